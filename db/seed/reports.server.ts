/** What people of the sample told staff of each other, and what staff decided; whom somebody has blocked; and mail that came back. */
import { and, asc, eq, ilike, isNotNull, ne } from 'drizzle-orm';
import type { Db } from '../client.server.ts';
import { briefs } from '../schema/briefs.server.ts';
import { blocks, messages, reports } from '../schema/conversations.server.ts';
import { mails } from '../schema/notifications.server.ts';
import { pieces } from '../schema/portfolios.server.ts';
import { daysFrom } from './days.server.ts';
import { idOf, type Ids } from './people.server.ts';

/** Who asks to be paid past the house, in the sample's conversations. */
const OFFER = '%leave the contract out%';

export async function seedReports(db: Db, ids: Ids, now: Date): Promise<void> {
  const [harriet, dario, ada] = ['dev-hiring-001', 'dev-designer-001', 'dev-admin-001'].map((subject) =>
    idOf(ids, subject),
  ) as [string, string, string];
  const [message] = await db
    .select({ id: messages.id, authorId: messages.authorId })
    .from(messages)
    .where(ilike(messages.body, OFFER));
  if (message) {
    await db.insert(reports).values({
      ...{ reporterId: harriet, personId: message.authorId, subject: 'message', subjectId: message.id },
      ...{ ground: 'off_platform', body: 'They would rather be paid by bank transfer, without a contract.' },
      createdAt: now,
    });
    await db.insert(blocks).values({ personId: harriet, blockedId: message.authorId, createdAt: now });
  }
  await seedDecided(db, { harriet, dario, ada }, now);
  await db.insert(mails).values({
    ...{ personId: dario, occasion: 'sample failed', state: 'failed', topic: 'money', attempts: 36 },
    ...{ subject: 'A payment was recorded', text: 'Harriet Vane-Okafor has recorded a payment.' },
    ...{ html: '<p>Harriet Vane-Okafor has recorded a payment.</p>', createdAt: daysFrom(now, -2) },
    lastFault: '552 5.2.2 The mailbox is full',
  });
}

type Trio = { harriet: string; dario: string; ada: string };

/** One that was upheld, of a cover, and one that was dismissed, of a brief. */
async function seedDecided(db: Db, { harriet, dario, ada }: Trio, now: Date): Promise<void> {
  const [piece] = await db
    .select({ id: pieces.id, personId: pieces.designerId })
    .from(pieces)
    .where(and(ne(pieces.designerId, dario), isNotNull(pieces.shownAt)))
    .orderBy(asc(pieces.title))
    .limit(1);
  const [brief] = await db
    .select({ id: briefs.id, personId: briefs.ownerId })
    .from(briefs)
    .where(and(ne(briefs.ownerId, harriet), eq(briefs.state, 'open'), eq(briefs.visibility, 'public')))
    .orderBy(asc(briefs.title))
    .limit(1);
  const decided = { decidedBy: ada, decidedAt: daysFrom(now, -6) };
  if (piece)
    await db.insert(reports).values({
      ...{ ...decided, reporterId: harriet, personId: piece.personId, subject: 'piece', subjectId: piece.id },
      ...{ ground: 'ai', body: 'The hands have six fingers each, and nothing is said about AI.' },
      ...{ state: 'upheld', createdAt: daysFrom(now, -8) },
      decision: 'The designer has declared it now, beside the cover. Thank you for looking so closely.',
    });
  if (brief)
    await db.insert(reports).values({
      ...{ ...decided, reporterId: dario, personId: brief.personId, subject: 'brief', subjectId: brief.id },
      ...{ ground: 'spam', body: 'It reads like the same brief that was posted a month ago.' },
      ...{ state: 'dismissed', createdAt: daysFrom(now, -7) },
      decision: 'It is the second of a series, with the same print specification. Both are real.',
    });
}
