import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { recentOpenBriefs } from '../domain/briefs/list.server.ts';
import { briefSummary } from '../domain/briefs/words.ts';
import { recentCovers } from '../domain/covers/queries.server.ts';
import type { Role } from '../domain/people/rules.ts';
import { currentStep } from '../domain/people/welcome.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { anyone } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond } from '../http/respond.server.ts';
import { BriefCard } from '../ui/briefs.tsx';
import { Hero, HowItWorks } from '../ui/home.tsx';
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

/** Who is signed in is led where they may go: a publisher has no portfolio, a designer posts no briefs. */
const TO_BRIEFS = { href: '/briefs', label: 'Read the open briefs' };
const TO_DESIGNERS = { href: '/designers', label: 'Find a designer' };
const DOORS: Record<Role, { publisher?: typeof TO_BRIEFS; designer?: typeof TO_BRIEFS }> = {
  newcomer: {},
  hiring_user: { designer: TO_DESIGNERS },
  designer: { publisher: TO_BRIEFS },
  admin: { publisher: TO_BRIEFS, designer: TO_DESIGNERS },
};

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await anyone(args);
  const [covers, briefs, pictures] = await Promise.all([
    recentCovers(db, COVERS),
    recentOpenBriefs(db, BRIEFS, todayFor(viewer, now)),
    wantsPictures(args.request),
  ]);
  const say = wordsFor(viewer);
  const doors = viewer ? DOORS[viewer.role] : {};
  // A newcomer's header says so already, on every page.
  const unfinished = viewer !== null && viewer.role !== 'newcomer' && currentStep(viewer) !== null;
  return { covers, pictures, doors, unfinished, briefs: briefs.map((brief) => briefSummary(brief, say)) };
});

export default function Home() {
  const { covers, briefs, pictures, doors, unfinished } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      {unfinished && (
        <p className="meta">
          <a href="/welcome">Finish your profile</a>
        </p>
      )}
      <Hero {...doors} />
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
      <HowItWorks />
    </div>
  );
}
