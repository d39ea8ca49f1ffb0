import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getBrief } from '../domain/briefs/queries.server.ts';
import { Conflict, Forbidden, Invalid } from '../domain/errors.ts';
import { saveDraft, submitProposal } from '../domain/proposals/commands.server.ts';
import { askedBy, draftPlace, formPage, onceOrAgain } from '../domain/proposals/form-page.server.ts';
import { proposalForm } from '../domain/proposals/form.ts';
import { currentProposal, getProposal } from '../domain/proposals/queries.server.ts';
import { notOpen, PROPOSAL } from '../domain/proposals/rules.ts';
import { newValues, ownFields, typedValues, type ProposalValues } from '../domain/proposals/values.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { designer } from '../http/gate.server.ts';
import { respond, seeOther, withWays, writtenIn } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import type { Answers } from '../ui/piece-fields.tsx';
import { ProposalForm } from '../ui/proposal-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Proposal for ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await designer(args);
  const brief = await getBrief(db, viewer, args.params.briefId);
  const own = await currentProposal(db, viewer.id, brief.id);
  if (own && own.state !== 'draft') return redirect(`/proposals/${own.id}`);
  if (brief.ownerId === viewer.id) throw new Forbidden('Nobody makes an offer on a brief of their own.');
  if (brief.state !== 'open') throw withWays(new Conflict(notOpen(brief.state)), waysFrom(brief.id));
  const [today, say] = [todayFor(viewer, now), wordsFor(viewer)];
  const draft = own && (await getProposal(db, viewer, own.id)).draft;
  return {
    ...(await formPage(db, viewer, { brief, proposal: null, today, say })),
    values: draft ?? newValues(brief.details, viewer.name, today),
    ...{ draftId: own?.id ?? null, formToken: mintFormToken(viewer) },
  };
});

const waysFrom = (briefId: string) => [
  { href: `/briefs/${briefId}`, label: 'The brief' },
  { href: '/proposals', label: 'Your proposals' },
];

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await designer(args);
  const brief = await getBrief(db, viewer, args.params.briefId);
  const fields = await readForm(args);
  const own = ownFields(fields);
  const values = typedValues(own);
  const token = formToken(fields, viewer);
  try {
    if (fields.get('then') !== 'send') {
      await onceOrAgain(db, viewer, token, async (tx) => {
        await saveDraft(tx, viewer, brief.id, { values, now });
        return draftPlace(brief.id);
      });
      return await seeOther(draftPlace(brief.id), 'Your draft is saved. Nobody but you sees it.');
    }
    const page = { brief, proposal: null, today: todayFor(viewer, now), say: wordsFor(viewer) };
    const form = parse(own, proposalForm(askedBy(page)));
    if (form.status !== 'success') return refused({ values, errors: form.error ?? {} });
    const location = await onceOrAgain(db, viewer, token, async (tx) => {
      const sent = { offer: form.value, now };
      return `/proposals/${await submitProposal(tx, queue, viewer, brief.id, sent)}`;
    });
    return await seeOther(location, PROPOSAL.moves.submit.done);
  } catch (fault) {
    if (fault instanceof Invalid)
      return refused({ values, errors: { [fault.field ?? 'message']: [fault.message] } });
    if (fault instanceof Conflict) throw withWays(fault, waysFrom(brief.id), writtenIn(fields));
    throw fault;
  }
});

const refused = (answers: { values: ProposalValues; errors: Answers['errors'] }) =>
  data({ answers }, { status: 400 });

export default function NewProposal() {
  const { title, briefId, values, draftId, formToken: token, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const brief = `/briefs/${briefId}`;
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'Brief', href: brief }, { label: 'Proposal' }]} />}
        title={`Proposal for ${title}`}
        lede="It starts with what the brief says. Change what you like; only the publisher reads it, and only once you send it."
      />
      <ProposalForm
        {...page}
        answers={sent?.answers ?? { values }}
        formToken={token}
        version={0}
        send={PROPOSAL.moves.submit.label}
        first
        leave={brief}
      />
      {draftId && (
        <p>
          <LinkButton href={`/proposals/${draftId}/discard`} kind="quiet">
            Discard this draft
          </LinkButton>
        </p>
      )}
    </div>
  );
}
