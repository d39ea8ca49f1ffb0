/** A market in which a publisher, a designer and staff have as much to do as their pages show: what pages cost is measured on it. */
import type { Db } from '#db/client.server.ts';
import { reports } from '#db/schema/conversations.server.ts';
import { events } from '#db/schema/events.server.ts';
import { mails, notifications } from '#db/schema/notifications.server.ts';
import { payments } from '#db/schema/payments.server.ts';
import { proposalNotes } from '#db/schema/proposals.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import type { Person } from '#app/domain/people/rules.ts';
import { PROJECT_SIDES, PROJECT_STATE_KEYS } from '#app/domain/projects/rules.ts';
import { aConversation } from './conversations.ts';
import { aDelivery } from './deliveries.ts';
import { aBrief, aDesigner, anAdmin, aPiece, aPublisher } from './people.ts';
import { anAmendment, aProject, type AProject } from './projects.ts';
import { aProposal } from './proposals.ts';

/** More than a home shows of any kind. */
const EACH = 9;
const COMPARED = 40;
const MESSAGES = 500;
const TALKS = 30;
const NOTICES = 120;

/** Every message is another, as in life: what is said again and again would pack into nothing. */
const WORDS =
  `ferry quay title water dusk lower darker serif spine paper ledger flood drawn agreed sooner contrast margin
  lighthouse author printer proof gold foil lettering weather second draft colour bleed tomorrow photograph`.split(
    /\s+/,
  );
const sentence = (at: number) =>
  Array.from(
    { length: 8 + ((at * 7) % 17) },
    (_, word) => WORDS[(at * 31 + word * word * 13 + word * at) % WORDS.length],
  ).join(' ');

type Pair = { publisher: Person; designer: Person };
export type BusyPage = { name: string; path: string; reader: Person };

const times = <T>(n: number, make: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, at) => make(at)));

/** → the pages of the three. Read once each, they cost the most they can: what is unread is noted as read by the page that shows it. */
export async function busyMarket(db: Db): Promise<BusyPage[]> {
  const pair = { publisher: await aPublisher(db), designer: await aDesigner(db) };
  const staff = await anAdmin(db);
  const compared = await comparison(db, pair);
  const staged = await Promise.all(
    PROJECT_STATE_KEYS.map(async (state) => {
      const { id } = await aProject(db, { ...pair, state, milestone: 'delivered' });
      return [`project, ${state}`, `/projects/${id}`] as const;
    }),
  );
  const delivered = await projectsUnderWay(db, pair);
  await briefsAndOffers(db, pair);
  await times(TALKS, () => aConversation(db, { ...pair, said: ['May I ask something?', 'You may.'] }));
  const said = Array.from({ length: MESSAGES }, (_, at) => sentence(at));
  const talk = await aConversation(db, { ...pair, briefId: delivered.project.briefId, said });
  await told(db, pair);
  await forStaff(db, pair);
  const shared = {
    ...{ home: '/', conversation: `/messages/${talk.id}`, messages: '/messages' },
    ...Object.fromEntries(staged),
    milestone: `/projects/${delivered.id}/milestones/front`,
    ...{ brief: `/briefs/${compared}`, notifications: '/notifications' },
  };
  const deciding = { comparison: `${shared.brief}/compare`, proposals: `${shared.brief}/proposals` };
  return [
    ...pagesOf('publisher', pair.publisher, { ...shared, ...deciding }),
    ...pagesOf('designer', pair.designer, shared),
    ...pagesOf('staff', staff, { home: '/' }),
  ];
}

const pagesOf = (who: string, reader: Person, paths: Record<string, string>): BusyPage[] =>
  Object.entries(paths).map(([name, path]) => ({ name: `${who}: ${name}`, path, reader }));

/** A brief that forty have answered, each with a sample and a note. → its id. */
async function comparison(db: Db, { publisher }: Pair): Promise<string> {
  const { id: briefId } = await aBrief(db, publisher);
  await times(COMPARED, async (at) => {
    const designer = await aDesigner(db, { name: `Dora Bodoni the ${at + 2}th` });
    const piece = await aPiece(db, designer);
    const offer = { samples: [piece.id], terms: { price: 500_00 + at * 10_00 } };
    const { id: proposalId } = await aProposal(db, { id: briefId }, designer, offer);
    await db.insert(proposalNotes).values({ proposalId, body: 'Strong type, and quick to answer.' });
  });
  return briefId;
}

/** Of every kind of turn that either side can have in one. → one where a delivery of several versions is judged. */
async function projectsUnderWay(db: Db, pair: Pair): Promise<AProject> {
  const [judged] = await times(EACH, () => aProject(db, { ...pair, state: 'front', milestone: 'delivered' }));
  if (!judged) throw new Error('there is no project');
  for (const number of [1, 2, 3]) await aDelivery(db, judged, { number });
  await times(EACH, async (at) => {
    await aProject(db, pair);
    await aProject(db, { ...pair, state: 'concepts' });
    const { id } = await aProject(db, { ...pair, state: 'wrap', milestone: 'changes_requested' });
    for (const author of PROJECT_SIDES)
      await anAmendment(db, id, { author, number: author === 'publisher' ? 1 : 2 });
    const paid = { projectId: id, amount: 100_00 + at, paidOn: '2026-11-20' };
    await db.insert(payments).values(PROJECT_SIDES.map((recordedBy) => ({ ...paid, recordedBy })));
  });
  return judged;
}

/** What is not a project yet. */
async function briefsAndOffers(db: Db, { publisher, designer }: Pair): Promise<void> {
  const then = [{ author: 'publisher' as const, terms: { price: 500_00 } }];
  const other = await aDesigner(db, { name: 'Ottoline Garamond' });
  await times(EACH, async () => {
    await aBrief(db, publisher, { state: 'draft', publishedAt: null });
    await aBrief(db, publisher, { finalOn: '2025-01-31' });
    await aProposal(db, await aBrief(db, publisher), designer, { then });
    await aProposal(db, await aBrief(db, publisher), designer, { state: 'draft' });
    const asked = await aBrief(db, publisher);
    await db.insert(briefInvitations).values({ briefId: asked.id, designerId: designer.id });
    await aProposal(db, asked, other);
  });
}

/** More than the header counts. */
async function told(db: Db, pair: Pair): Promise<void> {
  for (const { id } of Object.values(pair)) {
    const event = {
      type: 'message.sent' as const,
      actorId: id,
      subjectId: id,
      data: { title: 'Last Ferry' },
    };
    const rows = await db
      .insert(events)
      .values(Array.from({ length: NOTICES }, () => event))
      .returning({ eventId: events.id });
    await db
      .insert(notifications)
      .values(rows.map((row) => ({ ...row, personId: id, topic: 'messages' as const })));
  }
}

async function forStaff(db: Db, { publisher, designer }: Pair): Promise<void> {
  const about = { reporterId: publisher.id, personId: designer.id, subjectId: designer.id };
  await db.insert(reports).values({ ...about, subject: 'person', ground: 'other' });
  const mail = { personId: publisher.id, occasion: 'busy', subject: 'A', text: 'A', html: 'A' };
  await db.insert(mails).values({ ...mail, topic: 'money', state: 'failed' });
}
