import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getBriefForHouse } from '../domain/briefs/queries.server.ts';
import { daysAfter } from '../domain/briefs/rules.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { sendVersion, writableProposal } from '../domain/proposals/commands.server.ts';
import { StaleProposal } from '../domain/proposals/errors.ts';
import { askedBy, formPage } from '../domain/proposals/form-page.server.ts';
import { proposalForm } from '../domain/proposals/form.ts';
import { getProposal } from '../domain/proposals/queries.server.ts';
import { PROPOSAL, VALID_DAYS } from '../domain/proposals/rules.ts';
import { ownFields, termValues, typedValues, type ProposalValues } from '../domain/proposals/values.ts';
import { changesFrom, offerWords } from '../domain/proposals/words.ts';
import { formToken, mintFormToken, parse, readForm, versionOf } from '../http/form.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { respond, seeOther, withWays } from '../http/respond.server.ts';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { LostRace } from '../ui/piece-compare.tsx';
import type { Answers } from '../ui/piece-fields.tsx';
import { ProposalForm } from '../ui/proposal-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.label} for ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await member(args);
  const { proposal, last, name } = await writableProposal(db, viewer, args.params.proposalId);
  const brief = await getBriefForHouse(db, proposal.brief.id);
  const [today, say] = [todayFor(viewer, now), wordsFor(viewer)];
  const values: ProposalValues = {
    ...termValues(last.terms),
    message: '',
    validUntil: daysAfter(today, VALID_DAYS.usual),
    samples: proposal.samples.map(({ id }) => id),
  };
  return {
    ...(await formPage(db, viewer, { brief, proposal, today, say })),
    ...{ id: proposal.id, version: proposal.version, values, formToken: mintFormToken(viewer) },
    label: PROPOSAL.moves[name].label,
    other: proposal.side === 'designer' ? proposal.brief.publisher : proposal.designer.name,
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await member(args);
  const fields = await readForm(args);
  const own = ownFields(fields);
  const values = typedValues(own);
  const version = versionOf(fields);
  const token = formToken(fields, viewer);
  const proposal = await getProposal(db, viewer, args.params.proposalId);
  const place = `/proposals/${proposal.id}`;
  const brief = await getBriefForHouse(db, proposal.brief.id);
  const say = wordsFor(viewer);
  const form = parse(own, proposalForm(askedBy({ brief, proposal, today: todayFor(viewer, now), say })));
  if (form.status !== 'success') return refused({ values, errors: form.error ?? {} }, version);
  const offer = form.value;
  try {
    const { location } = await once(db, viewer, token, async (tx) => {
      await sendVersion(tx, queue, viewer, proposal.id, { offer, version, now });
      return place;
    });
    return await seeOther(location, 'Your offer is sent. It is the other side’s turn.');
  } catch (fault) {
    if (fault instanceof StaleProposal) {
      const stale = { message: fault.message, rows: changesFrom(fault.proposal, offer, say) };
      return data({ answers: { values }, version: fault.proposal.version, stale }, { status: 409 });
    }
    if (fault instanceof Invalid)
      return refused({ values, errors: { [fault.field ?? 'message']: [fault.message] } }, version);
    if (fault instanceof Conflict)
      throw withWays(fault, [{ href: place, label: 'The proposal' }], offerWords(offer, say));
    throw fault;
  }
});

type Stale = { message: string; rows: ReturnType<typeof changesFrom> } | null;
const refused = (answers: { values: ProposalValues; errors: Answers['errors'] }, version: number) =>
  data({ answers, version, stale: null as Stale }, { status: 400 });

export default function EditProposal() {
  const page = useLoaderData<typeof loader>();
  const { id, title, label, other, values, formToken: token, version, ...parts } = page;
  const sent = useActionData<typeof action>();
  const proposal = `/proposals/${id}`;
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'Proposal', href: proposal }, { label }]} />}
        title={`${label}: ${title}`}
        lede={`It starts with what was offered last. ${other} sees what you change beside what it was.`}
      />
      {sent?.stale && <LostRace message={sent.stale.message} keep={proposal} rows={sent.stale.rows} />}
      <ProposalForm
        {...parts}
        answers={sent?.answers ?? { values }}
        formToken={token}
        version={sent?.version ?? version}
        send="Send"
        first={false}
        leave={proposal}
      />
    </div>
  );
}
