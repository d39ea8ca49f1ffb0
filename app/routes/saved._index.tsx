import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { briefSummary } from '../domain/briefs/words.ts';
import { seekFrom } from '../domain/paging.ts';
import { briefNews, designerNews } from '../domain/saves/news.ts';
import { listSavedBriefs, listSavedDesigners } from '../domain/saves/queries.server.ts';
import { mintFormToken } from '../http/form.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { member, type SignedInVisit } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { summaryOf } from '../ui/designer-profile.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager } from '../ui/navigation.tsx';
import { briefSaving, designerSaving, SavedBriefs, SavedDesigners } from '../ui/saves.tsx';
import { SavedTabs } from '../ui/searches.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Saved · Dustjacket' }];

type Seek = ReturnType<typeof seekFrom>;
const BACK = '/saved';

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const visit = await member(args);
  const seek = seekFrom(new URL(args.request.url).searchParams);
  const designs = visit.viewer.role === 'designer';
  return {
    ...(designs ? await briefsOf(visit, seek) : await designersOf(visit, seek)),
    pictures: await wantsPictures(args.request),
  };
});

async function briefsOf({ db, viewer, now }: SignedInVisit, seek: Seek) {
  const { rows, newer, older } = await listSavedBriefs(db, viewer, seek);
  const say = wordsFor(viewer);
  const briefs = rows.map(({ listed, ...row }) => ({
    ...{ id: row.id, title: row.title, brief: listed && briefSummary({ ...listed, blurb: '' }, say) },
    ...{ saved: say.date(row.savedAt), news: briefNews(row, listed !== null, todayFor(viewer, now)) },
    saving: briefSaving(row.id, { saved: true, formToken: mintFormToken(viewer), back: BACK }),
  }));
  return { briefs, designers: [], newer, older, designs: true };
}

async function designersOf({ db, viewer }: SignedInVisit, seek: Seek) {
  const { rows, newer, older } = await listSavedDesigners(db, viewer, seek);
  const say = wordsFor(viewer);
  const designers = rows.map(({ id, hidden, shown, ...row }) => ({
    ...{ id, hidden, designer: summaryOf(shown), saved: say.date(row.savedAt) },
    news: designerNews({ ...row, hidden }),
    saving: designerSaving(row.slug, { saved: true, formToken: mintFormToken(viewer), back: BACK }),
  }));
  return { briefs: [], designers, newer, older, designs: false };
}

export default function Saved() {
  const { briefs, designers, designs, newer, older, pictures } = useLoaderData<typeof loader>();
  const empty = briefs.length + designers.length === 0;
  return (
    <div className="stack">
      <PageHead
        title={designs ? 'Saved briefs' : 'Saved designers'}
        lede="Last saved first. Only you see this list; when both sides show interest, both are told."
      />
      <SavedTabs current="/saved" designs={designs} />
      {empty ? (
        <Nothing designs={designs} />
      ) : (
        <>
          <h2 className="vh">{designs ? 'Briefs' : 'Designers'}</h2>
          {designs ? <SavedBriefs rows={briefs} /> : <SavedDesigners rows={designers} pictures={pictures} />}
        </>
      )}
      <Pager
        newer={newer && `${BACK}?before=${newer}`}
        older={older && `${BACK}?after=${older}`}
        newerLabel="Saved later"
        olderLabel="Saved earlier"
      />
    </div>
  );
}

const Nothing = ({ designs }: { designs: boolean }) =>
  designs ? (
    <EmptyState
      title="No briefs here"
      text="A brief you save stays here with what has become of it."
      actions={<LinkButton href="/briefs">Open briefs</LinkButton>}
    />
  ) : (
    <EmptyState
      title="No designers here"
      text="A designer you save stays here with what is new of them."
      actions={<LinkButton href="/designers">Designers</LinkButton>}
    />
  );
