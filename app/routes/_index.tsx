import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { recentOpenBriefs } from '../domain/briefs/list.server.ts';
import { briefSummary } from '../domain/briefs/words.ts';
import { recentCovers } from '../domain/covers/queries.server.ts';
import { findNeeds } from '../domain/home/needs.server.ts';
import { inOrder, needLine } from '../domain/home/rules.ts';
import type { Person } from '../domain/people/rules.ts';
import { currentStep } from '../domain/people/welcome.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { anyone, type Visit } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond } from '../http/respond.server.ts';
import { BriefCard } from '../ui/briefs.tsx';
import { Hero, HowItWorks } from '../ui/home.tsx';
import { Desk } from '../ui/needs.tsx';
import { CoverGallery } from '../ui/piece-gallery.tsx';

export const handle = { shared: true };

export const meta: MetaFunction = () => [
  { title: 'Dustjacket: briefs and designers for book covers that print' },
  {
    name: 'description',
    content:
      'Publishers and authors brief book-cover designers here; designers show their covers and answer. The brief is the print specification.',
  },
];

const COVERS = 8;
const BRIEFS = 6;

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await anyone(args);
  const [covers, briefs, pictures] = await Promise.all([
    recentCovers(db, COVERS),
    recentOpenBriefs(db, BRIEFS, todayFor(viewer, now)),
    wantsPictures(args.request),
  ]);
  const say = wordsFor(viewer);
  // A newcomer's header says so already, on every page.
  const unfinished = viewer !== null && viewer.role !== 'newcomer' && currentStep(viewer) !== null;
  const desk = viewer && viewer.role !== 'newcomer' ? await deskOf(db, viewer, now) : null;
  return { covers, pictures, desk, unfinished, briefs: briefs.map((brief) => briefSummary(brief, say)) };
});

/** What a member is needed for, in words. */
async function deskOf(db: Visit['db'], viewer: Person, now: Date) {
  const needs = await findNeeds(db, viewer, now, todayFor(viewer, now));
  const say = wordsFor(viewer);
  return { role: viewer.role, lines: inOrder(needs, now).map((need) => needLine(need, say, now)) };
}

export default function Home() {
  const { covers, briefs, pictures, desk, unfinished } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      {unfinished && (
        <p className="meta">
          <a href="/welcome">Finish your profile</a>
        </p>
      )}
      {desk ? <Desk {...desk} /> : <Hero />}
      {covers.length > 0 && (
        <section className="stack" aria-labelledby="covers">
          <div className="section-head">
            <h2 id="covers">New covers</h2>
            <a href="/covers">All covers</a>
          </div>
          <CoverGallery covers={covers} pictures={pictures} label="New covers" row />
        </section>
      )}
      {briefs.length > 0 && (
        <section className="stack" aria-labelledby="briefs">
          <div className="section-head">
            <h2 id="briefs">Open briefs</h2>
            <a href="/briefs">All open briefs</a>
          </div>
          <ul className="cards">
            {briefs.map((brief) => (
              <BriefCard key={brief.href} brief={brief} />
            ))}
          </ul>
        </section>
      )}
      {!desk && <HowItWorks />}
    </div>
  );
}
