/** What preflight found in a file: each finding is a word, a shape and sentences; what is right is folded away. */
import type { Finding, Level } from '#app/domain/covers/preflight.ts';
import { StatusTag } from './status.tsx';

const WORDS: Record<Level, string> = { fail: 'To mend', warn: 'To look at', pass: 'Right' };

const of = (findings: readonly Finding[], level: Level) => findings.filter((one) => one.level === level);
const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** All findings, the worst first. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const troubles = [...of(findings, 'fail'), ...of(findings, 'warn')];
  const right = of(findings, 'pass');
  return (
    <div className="stack">
      {troubles.length > 0 && (
        <ul className="stack">
          {troubles.map((finding) => (
            <li key={finding.check}>
              <p>
                <StatusTag state={finding.level} label={WORDS[finding.level]} />{' '}
                <strong>{finding.what}.</strong>
              </p>
              <p>
                {finding.why} {finding.mend}
              </p>
              <Figures {...{ finding }} />
            </li>
          ))}
        </ul>
      )}
      {right.length > 0 && (
        <details>
          <summary>{counted(right.length, 'check is', 'checks are')} right</summary>
          <ul className="stack tight">
            {right.map((finding) => (
              <li key={finding.check}>
                <p>
                  <StatusTag state="pass" label={WORDS.pass} /> {finding.what}.
                </p>
                <p className="meta">{finding.measured}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const Figures = ({ finding: { measured, wanted } }: { finding: Finding }) => (
  <p className="meta">
    Measured: {measured}. Wanted: {wanted}.
  </p>
);

/** What is to be said of a portfolio picture, which is shown all the same. Renders nothing when nothing is. */
export function FileHints({ findings }: { findings: readonly Finding[] }) {
  const count = of(findings, 'fail').length + of(findings, 'warn').length;
  if (count === 0) return null;
  return (
    <details className="panel">
      <summary>{counted(count, 'hint', 'hints')} about the file, should it go to a shop or a printer</summary>
      <div className="stack">
        <p className="meta">Your portfolio shows it as it is.</p>
        <Findings {...{ findings }} />
      </div>
    </details>
  );
}
