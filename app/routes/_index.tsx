import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { recentOpenBriefs } from '../domain/briefs/list.server.ts';
import { briefSummary } from '../domain/briefs/words.ts';
import { recentCovers } from '../domain/covers/queries.server.ts';
import { findNeeds } from '../domain/home/needs.server.ts';
import { inOrder, needLine } from '../domain/home/rules.ts';
import type { Person } from '../domain/people/rules.ts';
import { currentStep } from '../domain/people/welcome.ts';
import { recommendBriefs } from '../domain/recommendations/queries.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { anyone, type Visit } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond } from '../http/respond.server.ts';
import { BriefCard, type BriefSummary } from '../ui/briefs.tsx';
import { Hero, HowItWorks } from '../ui/home.tsx';
import { Reasons } from '../ui/invitations.tsx';
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
const RECOMMENDED = 3;

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const visit = await anyone(args);
  const { db, viewer, now } = visit;
  const [covers, briefs, desk, pictures] = await Promise.all([
    recentCovers(db, COVERS),
    briefsFor(visit),
    viewer && viewer.role !== 'newcomer' ? deskOf(db, viewer, now) : null,
    wantsPictures(args.request),
  ]);
  // A newcomer's header says so already, on every page.
  const unfinished = desk !== null && viewer !== null && currentStep(viewer) !== null;
  return { covers, pictures, desk, unfinished, briefs };
});

/** What a member is needed for, in words. */
async function deskOf(db: Visit['db'], viewer: Person, now: Date) {
  const needs = await findNeeds(db, viewer, now, todayFor(viewer, now));
  const say = wordsFor(viewer);
  return { role: viewer.role, lines: inOrder(needs, now).map((need) => needLine(need, say, now)) };
}

type ShownBrief = { brief: BriefSummary; reasons: string[] };

/** A few that suit a designer, each with why; for everybody else, and a designer whom none suits, the newest. */
async function briefsFor({ db, viewer, now }: Visit): Promise<{ forYou: boolean; rows: ShownBrief[] }> {
  const [today, say] = [todayFor(viewer, now), wordsFor(viewer)];
  const suited =
    viewer?.role === 'designer' ? await recommendBriefs(db, viewer, { today, now }, RECOMMENDED) : [];
  const found =
    suited.length > 0
      ? suited
      : (await recentOpenBriefs(db, BRIEFS, today)).map((brief) => ({ brief, reasons: [] }));
  const rows = found.map(({ brief, reasons }) => ({ brief: briefSummary(brief, say), reasons }));
  return { forYou: suited.length > 0, rows };
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
      {briefs.rows.length > 0 && (
        <section className="stack" aria-labelledby="briefs">
          <div className="section-head">
            <h2 id="briefs">{briefs.forYou ? 'Briefs for you' : 'Open briefs'}</h2>
            <span className="links">
              {briefs.forYou && <a href="/briefs/for-you">All that suit you</a>}
              <a href="/briefs">All open briefs</a>
            </span>
          </div>
          <ul className="cards">
            {briefs.rows.map(({ brief, reasons }) => (
              <BriefCard key={brief.href} brief={brief}>
                <Reasons list={reasons} />
              </BriefCard>
            ))}
          </ul>
        </section>
      )}
      {!desk && <HowItWorks />}
    </div>
  );
}
