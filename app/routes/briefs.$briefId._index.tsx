import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { getBrief } from '../domain/briefs/queries.server.ts';
import {
  BRIEF,
  briefMovesFor,
  mayEdit,
  missingToPublish,
  referencePicture,
  type BriefTransition,
} from '../domain/briefs/rules.ts';
import { briefSheet } from '../domain/briefs/sheet.ts';
import { specHistory } from '../domain/briefs/specs.server.ts';
import { briefConcern } from '../domain/invitations/concern.server.ts';
import type { Person } from '../domain/people/rules.ts';
import { briefPanel } from '../domain/proposals/list.server.ts';
import { countReviews } from '../domain/reviews/queries.server.ts';
import { mintFormToken } from '../http/form.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { anyone } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import type { loader as root } from '../root.tsx';
import { BriefFinding, findingOf } from '../ui/brief-finding.tsx';
import { BriefMoves } from '../ui/brief-moves.tsx';
import { BriefPage } from '../ui/brief-page.tsx';
import { BriefProposals } from '../ui/brief-proposals.tsx';

export const handle = { shared: true };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.brief.title} · Dustjacket` },
        { name: 'description', content: data.brief.description },
      ]
    : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await anyone(args);
  const brief = await getBrief(db, viewer, args.params.briefId);
  const { id, state, details } = brief;
  const today = todayFor(viewer, now);
  const [kept, concern, panel, reviews] = await Promise.all([
    specHistory(db, id),
    viewer && briefConcern(db, viewer, brief, today),
    briefPanel(db, viewer, brief),
    viewer && viewer.role !== 'newcomer' ? countReviews(db, brief.ownerId) : null,
  ]);
  const owner = viewer !== null && brief.ownerId === viewer.id;
  const moves = viewer ? briefMovesFor(brief, viewer).map((name) => offered(name, viewer)) : [];
  return {
    finding:
      viewer &&
      concern &&
      findingOf(
        concern,
        { id, state, finalOn: details.finalOn, today },
        { date: wordsFor(viewer).date, formToken: mintFormToken(viewer) },
      ),
    proposals: {
      ...{ href: `/briefs/${id}`, open: state === 'open', anonymous: viewer === null },
      panel,
    },
    brief: briefSheet(brief, wordsFor(viewer), kept),
    references: brief.references.map((reference) => referencePicture(id, reference)),
    more:
      reviews === null
        ? []
        : [
            { href: `/briefs/${id}/reviews`, label: `Reviews of this publisher (${reviews})` },
            { href: `/briefs/${id}/log`, label: 'History of this brief' },
            ...(owner ? [] : [{ href: `/report/brief/${id}`, label: 'Report this brief' }]),
          ],
    own: (owner || moves.length > 0) && {
      ...{ moves, editable: mayEdit(brief, viewer), duplicateToken: owner ? mintFormToken(viewer) : null },
      missing: owner && state === 'draft' ? missingToPublish(details, today) : [],
      overdue: owner && state === 'open' && details.finalOn !== null && details.finalOn < today,
    },
  };
});

/** A move as its button needs it. */
const offered = (name: BriefTransition, viewer: Person) => {
  const { label, confirm } = BRIEF.moves[name];
  return { name, label, asks: confirm !== undefined, formToken: mintFormToken(viewer) };
};

export default function Brief() {
  const { brief, references, more, own, finding, proposals } = useLoaderData<typeof loader>();
  const pictures = useRouteLoaderData<typeof root>('root')?.pictures ?? true;
  const section =
    own && own.duplicateToken
      ? { label: 'My briefs', href: '/briefs/mine' }
      : { label: 'Briefs', href: '/briefs' };
  return (
    <BriefPage
      brief={brief}
      path={[section, { label: brief.title }]}
      references={references}
      pictures={pictures}
      more={more}
    >
      <BriefProposals {...proposals} />
      {finding && <BriefFinding finding={finding} />}
      {own && <BriefMoves href={`/briefs/${brief.id}`} {...own} />}
    </BriefPage>
  );
}
