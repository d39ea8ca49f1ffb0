/** What the people of the development sign-in keep in mind, whom they have asked, and what they want to hear of. */
import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Db } from '../client.server.ts';
import { openConversation } from '../../app/domain/conversations/open.server.ts';
import { briefs } from '../schema/briefs.server.ts';
import { conversations } from '../schema/conversations.server.ts';
import { events } from '../schema/events.server.ts';
import { proposals } from '../schema/proposals.server.ts';
import { briefInvitations, briefSaves, designerSaves, savedSearches } from '../schema/saves.server.ts';
import { daysFrom } from './days.server.ts';
import { idOf, type Ids } from './people.server.ts';

const [HARRIET, DARIO] = ['dev-hiring-001', 'dev-designer-001'];
const SAVED_DESIGNERS = ['salka', 'brandvold', 'taheri', 'arakaki'].map((name) => `seed-designer-${name}`);

/** Days since each was invited, to which of Harriet's briefs, with what answer. */
const INVITED = [
  {
    to: 'open',
    designer: 'seed-designer-salka',
    days: 2,
    note: 'Your owls made us laugh at the printer’s. Would puddles interest you?',
  },
  { to: 'open', designer: 'seed-designer-brandvold', days: 1, note: '' },
  {
    ...{ to: 'open', designer: 'seed-designer-taheri', days: 5 },
    note: 'A picture book about a very small ministry. We thought of your bus stop.',
    declined: 'A lovely book, but I am drawing nothing for children this year.',
  },
  { to: 'awarded', designer: 'seed-designer-arakaki', days: 40, note: 'Kitchens: you know why.' },
] as const;

const SEARCHES = [
  { kind: 'briefs', name: 'Crime that pays', query: '/briefs?genre=crime_thriller', frequency: 'daily' },
  { kind: 'briefs', name: 'The sea', query: '/briefs?q=sea', frequency: 'weekly' },
  { kind: 'covers', name: 'What the others draw', query: '/covers?style=illustrated', frequency: 'off' },
] as const;

type Ago = (days: number, salt: number) => Date;

/** Writes saves, invitations and searches: those of Harriet and of Dario, in every state there is. */
export async function seedFinding(db: Db, ids: Ids, now: Date): Promise<void> {
  const [harriet, dario] = [idOf(ids, HARRIET), idOf(ids, DARIO)];
  const ago = (days: number, salt: number) => daysFrom(now, -days, salt);
  await db.insert(designerSaves).values(
    [DARIO, ...SAVED_DESIGNERS].map((subject, at) => ({
      ...{ personId: harriet, designerId: idOf(ids, subject), createdAt: ago(3 + at * 9, at) },
    })),
  );
  await invite(db, ids, harriet, ago);
  await match(db, harriet, dario, now);
  const others = await briefsToSee(db, harriet);
  await db
    .insert(briefSaves)
    .values(others.map(({ id }, at) => ({ personId: dario, briefId: id, createdAt: ago(30 + at * 7, at) })));
  await inviteDario(db, dario, others, ago);
  await db.insert(savedSearches).values(
    SEARCHES.map((search, at) => ({
      ...{
        ...search,
        personId: dario,
        createdAt: ago(20 + at, at),
        toldUntil: ago(1, at),
        toldAt: ago(1, at),
      },
    })),
  );
}

async function invite(db: Db, ids: Ids, ownerId: string, ago: Ago) {
  const own = await db
    .select({ id: briefs.id, state: briefs.state })
    .from(briefs)
    .where(eq(briefs.ownerId, ownerId))
    .orderBy(briefs.title);
  const rows = INVITED.flatMap(({ to, designer, days, note, ...answer }, at) => {
    const brief = own.find(({ state }) => state === to);
    const declined = 'declined' in answer && {
      declinedAt: ago(days - 1, at),
      declineReason: answer.declined,
    };
    const row = { designerId: idOf(ids, designer), note, createdAt: ago(days, at), ...declined };
    return brief ? [{ ...row, briefId: brief.id }] : [];
  });
  await db.insert(briefInvitations).values(rows).onConflictDoNothing();
}

/** Invitations that wait for him, one he has declined, one he has answered, and some whose briefs take no proposals now. */
async function inviteDario(
  db: Db,
  dario: string,
  others: readonly { id: string; state: string }[],
  ago: Ago,
) {
  const asking = others.filter(({ state }) => state === 'open' || state === 'paused');
  const answered = await db
    .select({ id: proposals.briefId })
    .from(proposals)
    .innerJoin(briefs, eq(briefs.id, proposals.briefId))
    .where(and(eq(proposals.designerId, dario), eq(proposals.state, 'submitted'), eq(briefs.state, 'open')))
    .orderBy(briefs.title)
    .limit(1);
  const rows = [...asking, ...answered].map(({ id }, at) => ({
    ...{ briefId: id, designerId: dario, createdAt: ago(1 + at * 3, at + 5) },
    note: at === 0 ? 'We have kept your eel on the wall since it came out. Please read this one.' : '',
    ...(at === 1 && {
      declinedAt: ago(1, at),
      declineReason: 'I know the author too well to be any good for this one.',
    }),
  }));
  await db.insert(briefInvitations).values(rows).onConflictDoNothing();
}

/** He is saved by a publisher whose open briefs he has answered: each is a match. */
async function match(db: Db, harriet: string, dario: string, now: Date) {
  const answered = await db
    .select({ id: briefs.id, title: briefs.title })
    .from(briefs)
    .innerJoin(proposals, eq(proposals.briefId, briefs.id))
    .where(and(eq(briefs.ownerId, harriet), eq(briefs.state, 'open'), eq(proposals.designerId, dario)));
  await db.insert(events).values(
    answered.map(({ id, title }, at) => ({
      ...{ type: 'match.made' as const, actorId: harriet, subjectId: dario, briefId: id },
      ...{ createdAt: daysFrom(now, -2, at), data: { title, designerId: dario } },
    })),
  );
  for (const [at, { id: briefId }] of answered.entries()) {
    const pair = { briefId, publisherId: harriet, designerId: dario };
    const id = await openConversation(db, { ...pair, actorId: harriet });
    const saidAt = daysFrom(now, -2, at);
    await db.update(conversations).set({ createdAt: saidAt, saidAt }).where(eq(conversations.id, id));
  }
}

/** Two of other publishers' briefs in each of four states, in Dario's genres. */
async function briefsToSee(db: Db, harriet: string) {
  const found = await db
    .select({ id: briefs.id, state: briefs.state })
    .from(briefs)
    .where(
      and(
        ne(briefs.ownerId, harriet),
        eq(briefs.visibility, 'public'),
        inArray(briefs.state, ['open', 'paused', 'closed', 'cancelled']),
        inArray(briefs.genre, ['literary_fiction', 'crime_thriller', 'history', 'science_nature']),
      ),
    )
    .orderBy(briefs.title);
  const states = ['open', 'paused', 'closed', 'cancelled'];
  return states.flatMap((state) => found.filter((brief) => brief.state === state).slice(0, 2));
}
