import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Conflict, NotFound } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { proposalToMove } from '../domain/proposals/commands.server.ts';
import { Reason } from '../domain/proposals/form.ts';
import { acceptProposal, moveProposal } from '../domain/proposals/moves.server.ts';
import { LONGEST_REASON, PROPOSAL } from '../domain/proposals/rules.ts';
import { doneWords, overdueWords, termFacts } from '../domain/proposals/words.ts';
import { formToken, mintFormToken, parse, readForm, versionOf } from '../http/form.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { oneOfParam } from '../http/query.ts';
import { respond, seeOther, withWays, writtenIn } from '../http/respond.server.ts';
import { ConfirmBox } from '../ui/buttons.tsx';
import { TextArea } from '../ui/fields.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { fieldOf, problemsOf } from '../ui/piece-fields.tsx';
import { Definition, Notice } from '../ui/text.tsx';

/** What is not written in a form of its own. */
const { accept, shortlist, unlist, decline, reconsider, withdraw } = PROPOSAL.moves;
const MOVES = { accept, shortlist, unlist, decline, reconsider, withdraw };

function moveIn({ name }: LoaderFunctionArgs['params']): keyof typeof MOVES {
  const known = oneOfParam(name ?? null, MOVES);
  if (!known) throw new NotFound('There is no such thing to do with a proposal.');
  return known;
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.label}: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await member(args);
  const name = moveIn(args.params);
  const proposal = await proposalToMove(db, viewer, args.params.proposalId, name);
  const { id, brief, designer, side, version, versions } = proposal;
  const { label, confirm = `${label}?` } = MOVES[name];
  const [, question = '', text = ''] = /^([^?]+\?)\s*(.*)$/.exec(confirm) ?? [];
  const terms = versions.at(-1)?.terms;
  const accepts = name === 'accept' && terms;
  return {
    ...{ id, name, label, question, text, version, title: brief.title, formToken: mintFormToken(viewer) },
    who: side === 'designer' ? brief.publisher : designer.name,
    terms: accepts ? termFacts(terms, wordsFor(viewer)) : [],
    overdue: accepts ? overdueWords(terms, todayFor(viewer, now)) : '',
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await member(args);
  const { proposalId } = args.params;
  const name = moveIn(args.params);
  const fields = await readForm(args);
  const token = formToken(fields, viewer);
  const form = parse(fields, Reason);
  if (form.status !== 'success')
    return data(
      { values: { reason: fields.get('reason') ?? '' }, errors: form.error ?? {} },
      { status: 400 },
    );
  const { reason } = form.value;
  let done: string = MOVES[name].done;
  try {
    const { location } = await once(db, viewer, token, async (tx) => {
      if (name === 'accept') {
        const version = versionOf(fields);
        return `/projects/${await acceptProposal(tx, queue, viewer, proposalId, { version, now })}`;
      }
      const doing = { now, today: todayFor(viewer, now), reason };
      done = doneWords(name, await moveProposal(tx, queue, viewer, proposalId, name, doing));
      return `/proposals/${proposalId}`;
    });
    return await seeOther(location, done);
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault;
    throw withWays(fault, [{ href: `/proposals/${proposalId}`, label: 'The proposal' }], writtenIn(fields));
  }
});

export default function MoveProposal() {
  const page = useLoaderData<typeof loader>();
  const { id, name, label, title, who, version, formToken: token, terms, overdue } = page;
  const answers = useActionData<typeof action>() ?? { values: {} };
  const proposal = `/proposals/${id}`;
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'Proposal', href: proposal }, { label }]} />}
        title={title}
        lede={who}
      />
      <ErrorSummary errors={problemsOf(answers)} />
      {overdue && (
        <Notice title="Some of its days have passed">
          <p>{overdue}</p>
        </Notice>
      )}
      <Definition items={terms} />
      <ConfirmBox
        title={page.question}
        text={page.text && <p>{page.text}</p>}
        action={`${proposal}/move/${name}`}
        confirm={label}
        cancel={proposal}
        hidden={{ formToken: token, version: String(version) }}
        danger={name === 'withdraw' || name === 'decline'}
      >
        {name === 'decline' && (
          <TextArea
            field={fieldOf(answers, 'reason')}
            label="Why, in a kind word"
            hint="The designer reads it. A reason that can be learnt from is worth more than none."
            rows={4}
            max={LONGEST_REASON}
            optional
          />
        )}
      </ConfirmBox>
    </div>
  );
}
