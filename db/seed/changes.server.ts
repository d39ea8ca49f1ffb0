/** What was changed about the sample's projects while they went on: amendments, a page count, and a dispute that was settled. */
import { and, eq } from 'drizzle-orm';
import { changePages } from '../../app/domain/briefs/pages.server.ts';
import type { EventType } from '../../app/domain/events/rules.ts';
import type { Amended, AmendmentState, ProjectSide } from '../../app/domain/projects/rules.ts';
import type { Terms } from '../../app/domain/proposals/terms.ts';
import type { Db } from '../client.server.ts';
import { briefFormats, briefs } from '../schema/briefs.server.ts';
import { events } from '../schema/events.server.ts';
import { amendments, disputes, projects } from '../schema/projects.server.ts';
import { daysFrom } from './days.server.ts';
import { idOf, type Ids } from './people.server.ts';

type SeedAmendment = {
  title: string;
  author: ProjectSide;
  state: AmendmentState;
  daysAgo: number;
  changes: (terms: Terms) => Amended;
  scope?: string;
  reason: string;
};

/** In the order they were proposed, book by book. */
const AMENDMENTS: readonly SeedAmendment[] = [
  {
    ...{ title: 'Weathering', author: 'publisher', state: 'withdrawn', daysAgo: 8 },
    changes: ({ concepts }) => ({ concepts: concepts + 1 }),
    reason: 'We thought that we needed another direction. We do not.',
  },
  {
    ...{ title: 'Weathering', author: 'designer', state: 'proposed', daysAgo: 1 },
    changes: ({ price, revisionRounds }) => ({ price: price + 60_00, revisionRounds: revisionRounds + 1 }),
    reason: 'One further round of changes, for the lettering.',
  },
  {
    ...{ title: 'Orchard Law', author: 'designer', state: 'accepted', daysAgo: 7 },
    changes: ({ price, revisionRounds }) => ({ price: price + 60_00, revisionRounds: revisionRounds + 1 }),
    scope: 'A postcard of the front, 105 × 148 mm, goes with it.',
    reason: 'For the fair in March.',
  },
  {
    ...{ title: 'A Short History of Being Late', author: 'publisher', state: 'rejected', daysAgo: 12 },
    changes: ({ price }) => ({ price: price - 80_00 }),
    reason: 'The budget of this list was cut. Would you do it for less?',
  },
];

/** The book whose page count has changed after its wrap was approved, and how many pages it has now. */
const LONGER = { title: 'A Short History of Being Late', pages: 288 };

const SETTLED = {
  title: 'Orchard Law',
  daysAgo: 20,
  ground: 'rounds',
  statement: 'I was asked for the tree, and then for no tree. The second was counted as a round of mine.',
  wish: 'That it is not counted, or that the next one is.',
  reply: 'It was our note that was unclear. We shall amend the rounds.',
} as const;

type Project = Pick<
  typeof projects.$inferSelect,
  'id' | 'title' | 'briefId' | 'publisherId' | 'designerId' | 'terms'
>;

export async function seedChanges(db: Db, ids: Ids, now: Date): Promise<void> {
  const { id, title, briefId, publisherId, designerId, terms } = projects;
  const own = await db
    .select({ id, title, briefId, publisherId, designerId, terms })
    .from(projects)
    .where(and(eq(publisherId, idOf(ids, 'dev-hiring-001')), eq(designerId, idOf(ids, 'dev-designer-001'))));
  const find = (wanted: string) => own.find((project) => project.title === wanted);
  for (const amendment of AMENDMENTS) {
    const project = find(amendment.title);
    const before = AMENDMENTS.slice(0, AMENDMENTS.indexOf(amendment));
    const number = before.filter((one) => one.title === amendment.title).length + 1;
    if (project) await amend(db, project, { ...amendment, number }, now);
  }
  const [longer, settled] = [find(LONGER.title), find(SETTLED.title)];
  if (longer) await lengthen(db, longer, now);
  if (settled) await settle(db, settled, now);
}

async function amend(db: Db, project: Project, seed: SeedAmendment & { number: number }, now: Date) {
  const { author, state, daysAgo, scope = '', reason, number } = seed;
  const changes = seed.changes(project.terms);
  const before = Object.fromEntries(
    Object.keys(changes).map((name) => [name, project.terms[name as keyof Terms]]),
  );
  const [createdAt, decidedAt] = [daysFrom(now, -daysAgo), daysFrom(now, -daysAgo + 0.6)];
  await db.insert(amendments).values({
    ...{ projectId: project.id, number, author, state, changes, before, scope, reason, createdAt },
    decidedAt: state === 'proposed' ? null : decidedAt,
  });
  const [own, other] =
    author === 'designer'
      ? [project.designerId, project.publisherId]
      : [project.publisherId, project.designerId];
  await tell(db, project, 'amendment.proposed', own, createdAt, { number });
  if (state === 'proposed') return;
  await tell(db, project, `amendment.${state}`, state === 'withdrawn' ? own : other, decidedAt, { number });
  if (state !== 'accepted') return;
  const terms = { ...project.terms, ...changes };
  await db.update(projects).set({ terms }).where(eq(projects.id, project.id));
}

/** Its wrap is out of date already; here is why. */
async function lengthen(db: Db, project: Project, now: Date): Promise<void> {
  const { briefId, publisherId } = project;
  const [format] = await db
    .select({ id: briefFormats.id, version: briefs.version })
    .from(briefFormats)
    .innerJoin(briefs, eq(briefs.id, briefFormats.briefId))
    .where(and(eq(briefFormats.briefId, briefId), eq(briefFormats.kind, 'paperback_wrap')));
  if (!format) return;
  const said = { format: format.id, pages: LONGER.pages, spine: null, pagesFinal: true };
  const { words } = await changePages(db, briefId, publisherId, { ...said, version: format.version });
  await tell(db, project, 'project.pages_changed', publisherId, now, { change: words });
  await tell(db, project, 'milestone.outdated', publisherId, now, { kind: 'wrap', number: 1 });
}

async function settle(db: Db, project: Project, now: Date): Promise<void> {
  const { daysAgo, title: _, ...said } = SETTLED;
  const [opened, replied, ended] = [0, 1, 2].map((later) => daysFrom(now, later - daysAgo)) as [
    Date,
    Date,
    Date,
  ];
  await db.insert(disputes).values({
    ...{ ...said, projectId: project.id, state: 'settled', openedBy: 'designer', stoodAt: 'front' },
    ...{ createdAt: opened, repliedAt: replied, endedAt: ended, decidedBy: project.designerId },
  });
  await tell(db, project, 'project.disputed', project.designerId, opened);
  await tell(db, project, 'project.replied', project.publisherId, replied);
  await tell(db, project, 'project.settled', project.designerId, ended);
}

const tell = (
  db: Db,
  { id, briefId, title }: Project,
  type: EventType,
  actorId: string | null,
  createdAt: Date,
  data: Record<string, unknown> = {},
) =>
  db.insert(events).values({
    ...{ type, actorId, createdAt, subjectId: id, projectId: id, briefId, data: { title, ...data } },
  });
