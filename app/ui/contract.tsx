/** A contract as a page: clauses to read and print, the hash it was agreed with, and what was amended since. */
import type { Clause } from '#app/domain/projects/contract-words.ts';
import type { AmendmentSheet } from '#app/domain/projects/amendment.ts';
import { AmendmentRecord } from './amendments.tsx';
import { StatusTag } from './status.tsx';
import { Definition, Prose } from './text.tsx';

export function ContractClauses({ clauses }: { clauses: readonly Clause[] }) {
  return clauses.map(({ title, facts, parts, text }, at) => (
    <section key={title} className="stack tight" aria-labelledby={`clause-${at + 1}`}>
      <h2 id={`clause-${at + 1}`}>
        {at + 1}. {title}
      </h2>
      <Definition items={facts} />
      {parts.map((part, n) => (
        <section key={n} className="stack tight">
          <h3>{part.title}</h3>
          <Definition items={part.facts} />
        </section>
      ))}
      {text.length > 0 && <Prose text={text.join('\n\n')} />}
    </section>
  ));
}

type HashProps = { hash: string; matches: boolean; href: string };

/** The hash, whether it is still that of what is stored, and how somebody who trusts nobody computes it. */
export function ContractHash({ hash, matches, href }: HashProps) {
  return (
    <section className="stack tight" aria-labelledby="check">
      <h2 id="check">How to check it</h2>
      <p>
        <StatusTag
          state={matches ? 'pass' : 'fail'}
          label={matches ? 'Matches what was agreed' : 'Does not match what was agreed'}
        />
      </p>
      <p>
        SHA-256 <code>{hash}</code>
      </p>
      <div className="prose">
        <p>
          That number was computed from the contract when it was agreed, and again just now. To do it
          yourself, take <a href={href}>the contract as it is stored</a>, and let a program such as{' '}
          <code>sha256sum</code> read it. If one letter were another, so would the number be.
        </p>
      </div>
    </section>
  );
}

/** Every amendment that was ever proposed; only those that were accepted count. */
export function Amendments({ list }: { list: readonly AmendmentSheet[] }) {
  return (
    <section className="stack" aria-labelledby="amendments">
      <h2 id="amendments">Amendments</h2>
      {list.length === 0 && <p className="soft">None. The contract stands as it was agreed.</p>}
      {list.map((amendment) => (
        <AmendmentRecord key={amendment.number} amendment={amendment} />
      ))}
    </section>
  );
}
