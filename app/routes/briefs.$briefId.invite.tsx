import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getOwnBrief, type Brief } from '../domain/briefs/queries.server.ts';
import { GENRES } from '../domain/covers/rules.ts';
import { listDesigners } from '../domain/designers/queries.server.ts';
import type { Invitation } from '../domain/invitations/invitation.ts';
import { listInvitationsTo } from '../domain/invitations/queries.server.ts';
import { INVITATION_STATES, invitationMovesFor, mayInvite } from '../domain/invitations/rules.ts';
import { seekFrom } from '../domain/paging.ts';
import { recommendDesigners, soughtOf } from '../domain/recommendations/queries.server.ts';
import { listSavedDesigners } from '../domain/saves/queries.server.ts';
import { mintFormToken } from '../http/form.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { hiring, type SignedInVisit } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { hrefWith, oneOfParam, wordsParam } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { summaryOf } from '../ui/designer-profile.tsx';
import { CANDIDATES_FROM, InvitePage } from '../ui/invite-page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Invite designers: ${data.title} · Dustjacket` }] : [];

const RECOMMENDED = 9;

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const visit = await hiring(args);
  const { db, viewer, now } = visit;
  const brief = await getOwnBrief(db, viewer, args.params.briefId);
  const { id, details } = brief;
  const today = todayFor(viewer, now);
  const invitations = await listInvitationsTo(db, id, today);
  const params = new URL(args.request.url).searchParams;
  const filter = { q: wordsParam(params.get('q')), genre: oneOfParam(params.get('genre'), GENRES) };
  const from = oneOfParam(params.get('from'), CANDIDATES_FROM) ?? 'fit';
  const open = mayInvite({ state: brief.state, finalOn: details.finalOn }, today);
  const found = open ? await CANDIDATES[from](visit, brief, filter, params) : NOBODY;
  const href = (place: Record<string, string | null>) =>
    hrefWith(`/briefs/${id}/invite`, { from: from === 'fit' ? null : from, ...filter, ...place });
  const states = new Map(invitations.map(({ designerId, state }) => [designerId, state]));
  return {
    ...{ id, title: details.title || 'Untitled brief', from, filter, open },
    waiting: invitations.filter(({ state }) => state === 'open').length,
    candidates: found.rows.map(({ designer, reasons }) => {
      const state = states.get(designer.id);
      return {
        ...{ designer: summaryOf(designer), reasons },
        invite: state ? null : `/briefs/${id}/invite/${designer.slug}`,
        state: state ? { state, label: INVITATION_STATES[state] } : null,
      };
    }),
    newer: found.newer && href({ before: found.newer }),
    older: found.older && href({ after: found.older }),
    sent: invitations.map((invitation) => sentOf(invitation, visit)),
    pictures: await wantsPictures(args.request),
  };
});

type Filter = Pick<Parameters<typeof listDesigners>[1], 'q' | 'genre'>;
type Find = (visit: SignedInVisit, brief: Brief, filter: Filter, params: URLSearchParams) => Promise<Found>;
type Found = {
  rows: { designer: Parameters<typeof summaryOf>[0] & { id: string }; reasons: string[] }[];
  newer: string | null;
  older: string | null;
};
const NOBODY: Found = { rows: [], newer: null, older: null };

/** Where designers to invite are looked for. */
const CANDIDATES: Record<keyof typeof CANDIDATES_FROM, Find> = {
  async fit({ db, viewer, now }, brief) {
    const day = { today: todayFor(viewer, now), now };
    return { ...NOBODY, rows: await recommendDesigners(db, viewer, soughtOf(brief), day, RECOMMENDED) };
  },
  async saved({ db, viewer }, _brief, _filter, params) {
    const { rows, ...pages } = await listSavedDesigners(db, viewer, seekFrom(params));
    const shown = rows.filter(({ hidden }) => !hidden);
    return { ...pages, rows: shown.map((row) => ({ designer: row.shown, reasons: [] })) };
  },
  async all({ db }, _brief, filter, params) {
    const { rows, ...pages } = await listDesigners(db, filter, seekFrom(params));
    return { ...pages, rows: rows.map((designer) => ({ designer, reasons: [] })) };
  },
};

function sentOf(invitation: Invitation, { viewer }: SignedInVisit) {
  const { briefId, slug, designer, state, note, sentAt, declineReason } = invitation;
  const mayTakeBack = invitationMovesFor(state, 'publisher').includes('withdraw');
  return {
    ...{ name: designer, href: `/designers/${slug}`, note, reason: declineReason },
    ...{ state: { state, label: INVITATION_STATES[state] }, sent: wordsFor(viewer).date(sentAt) },
    withdraw: mayTakeBack
      ? { action: `/briefs/${briefId}/invite/${slug}/withdraw`, formToken: mintFormToken(viewer) }
      : null,
  };
}

export default function Invite() {
  return <InvitePage {...useLoaderData<typeof loader>()} />;
}
