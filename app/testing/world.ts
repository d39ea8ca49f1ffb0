/**
 * The little world that the table of `matrix.ts` speaks of: one person of every role, what they have, and what others of
 * the same role have. A path of the table names its things: {mine: brief}, {theirs: piece}, {nobody}.
 */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefReferences } from '#db/schema/briefs.server.ts';
import { reports } from '#db/schema/conversations.server.ts';
import { mailPreferences, mails } from '#db/schema/notifications.server.ts';
import { briefInvitations, savedSearches } from '#db/schema/saves.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import type { Person } from '#app/domain/people/rules.ts';
import { aDelivery } from './deliveries.ts';
import { aFile } from './files.ts';
import { PROJECT_SIDES } from '#app/domain/projects/rules.ts';
import { aReview } from './reviews.ts';
import { aBrief, aDesigner, anAdmin, aNewcomer, anImage, aPiece, aPublisher, aSession } from './people.ts';
import { aConversation } from './conversations.ts';
import { aBill, votesOn } from './papers.ts';
import { anAmendment, aProject } from './projects.ts';
import { aProposal } from './proposals.ts';

/** Ids by the names they have in the table. */
export type Things = Record<string, string>;

export type World = {
  /** By the names of `ROLES`; nobody is anonymous. */
  people: Record<'newcomer' | 'publisher' | 'designer' | 'admin', Person>;
  /** `{theirs: piece}` → its id. Throws for a thing there is not. */
  filled: (path: string) => string;
  /** The reverse: an address with an id of this world in it → the same with the thing's name. */
  named: (path: string) => string;
};

/** A publisher and a designer whom the people of a world do not know, and what the two have. */
export async function makeStrangers(db: Db): Promise<Things> {
  const someone = await aPublisher(db);
  return { someone: someone.id, ...prefixed('theirs', await thingsOf(db, someone, await aDesigner(db))) };
}

/** Makes people nobody else is, and everything of theirs. May be made as often as one likes, beside the same strangers. */
export async function makeWorld(db: Db, strangers?: Things): Promise<World> {
  const [publisher, designer, admin] = [await aPublisher(db), await aDesigner(db), await anAdmin(db)];
  const newcomer = await aNewcomer(db);
  const things: Things = {
    ...prefixed('mine', await thingsOf(db, publisher, designer)),
    ...(strangers ?? (await makeStrangers(db))),
    ...{ newcomer: newcomer.id, publisher: publisher.id, designer: designer.id, admin: admin.id },
    'private picture': (await anImage(db, publisher, { reach: 'private' })).prefix,
    original: (await anImage(db, publisher)).originalKey?.replace('originals/', '') ?? '',
    nobody: randomUUID(),
  };
  // Longest first: one slug may be the beginning of another.
  const byLength = Object.entries(things).sort(([, a], [, b]) => b.length - a.length);
  return {
    people: { newcomer, publisher, designer, admin },
    filled: (path) =>
      path.replace(/\{([^}]+)\}/g, (_, name: string) => {
        const value = things[name];
        if (!value) throw new Error(`there is no ${name}`);
        return value;
      }),
    named: (path) => byLength.reduce((text, [name, value]) => text.replaceAll(value, `{${name}}`), path),
  };
}

const prefixed = (whose: string, things: Things): Things =>
  Object.fromEntries(Object.entries(things).map(([name, value]) => [`${whose}: ${name}`, value]));

/** What a publisher and a designer have: a brief and a cover of every kind that somebody may not see; the session is the publisher's. */
async function thingsOf(db: Db, publishing: Person, drawing: Person): Promise<Things> {
  const [profile] = await db.select().from(designers).where(eq(designers.personId, drawing.id));
  const [brief, invite] = [
    await aBrief(db, publishing),
    await aBrief(db, publishing, { visibility: 'invited' }),
  ];
  await db.insert(briefInvitations).values({ briefId: invite.id, designerId: drawing.id });
  const { id: imageId } = await anImage(db, publishing, { reach: 'private' });
  const [reference] = await db.insert(briefReferences).values({ briefId: brief.id, imageId }).returning();
  return {
    piece: (await aPiece(db, drawing)).id,
    'hidden piece': (await aPiece(db, drawing, { shownAt: null })).id,
    slug: profile?.slug ?? '',
    ...{ brief: brief.id, invite: invite.id, reference: reference?.id ?? '' },
    file: (await aFile(db, drawing)).id,
    session: (await aSession(db, publishing)).id,
    ...(await mailOf(db, publishing)),
    ...(await searchOf(db, publishing)),
    invitation: await invitationOf(db, publishing, drawing),
    draft: (await aBrief(db, publishing, { state: 'draft', publishedAt: null })).id,
    ...(await votesOn(db, brief.id)),
    ...(await projectsOf(db, publishing, drawing)),
    ...(await talksOf(db, publishing, drawing)),
    ...(await proposalsOf(db, brief, publishing, drawing)),
  };
}

type Row = { id: string };

/** A first offer, one that the publisher has countered, and one that was never sent, each for another brief. */
async function proposalsOf(db: Db, brief: Row, publisher: Person, designer: Person): Promise<Things> {
  const then = [{ author: 'publisher' as const, terms: { price: 500_00 } }];
  const [countered, unanswered] = [await aBrief(db, publisher), await aBrief(db, publisher)];
  return {
    proposal: (await aProposal(db, brief, designer)).id,
    'counter-offer': (await aProposal(db, countered, designer, { then })).id,
    unsent: (await aProposal(db, unanswered, designer, { state: 'draft' })).id,
    'unanswered brief': unanswered.id,
  };
}

/** A mail that failed, and the link that ends mail. */
async function mailOf(db: Db, { id: personId }: Person): Promise<Things> {
  const [preferences] = await db.insert(mailPreferences).values({ personId }).returning();
  const words = { subject: 'A mail', text: 'A mail', html: '<p>A mail</p>' };
  const [mail] = await db
    .insert(mails)
    .values({ personId, occasion: `test ${personId}`, topic: 'projects', state: 'failed', ...words })
    .returning();
  return { mail: mail?.id ?? '', 'unsubscribe key': preferences?.unsubscribeKey ?? '' };
}

/** A brief whose invitation waits for an answer. */
async function invitationOf(db: Db, publishing: Person, { id: designerId }: Person): Promise<string> {
  const { id: briefId } = await aBrief(db, publishing, { visibility: 'invited' });
  await db.insert(briefInvitations).values({ briefId, designerId });
  return briefId;
}

/** A saved search, and the key of its feed. */
async function searchOf(db: Db, { id: personId }: Person): Promise<Things> {
  const [search] = await db
    .insert(savedSearches)
    .values({ personId, kind: 'covers', name: 'All covers', query: '/covers' })
    .returning();
  return { search: search?.id ?? '', 'search key': search?.feedKey ?? '' };
}

/** Of the two, one of each kind that is shown to others than the rest. */
async function projectsOf(db: Db, publisher: Person, designer: Person): Promise<Things> {
  const [project, disputed, ended, reviewed] = [
    await aProject(db, { publisher, designer }),
    await aProject(db, { publisher, designer, state: 'disputed' }),
    await aProject(db, { publisher, designer, state: 'cancelled' }),
    await aProject(db, { publisher, designer, state: 'cancelled' }),
  ];
  await anAmendment(db, disputed.id);
  const [review] = await Promise.all(
    PROJECT_SIDES.map((side) => aReview(db, reviewed, side, { shownAt: new Date() })),
  );
  const { briefId } = disputed.project;
  const talk = await aConversation(db, { publisher, designer, briefId });
  const { payment } = await aBill(db, project);
  const delivered = await aProject(db, { publisher, designer, state: 'front', milestone: 'delivered' });
  await aDelivery(db, delivered);
  return {
    ...{ project: project.id, disputed: disputed.id, ended: ended.id, reviewed: reviewed.id },
    // The designer's of the publisher.
    review: review?.id ?? '',
    ...{
      dispute: disputed.project.dispute?.id ?? '',
      payment,
      'disputed talk': talk.id,
      delivered: delivered.id,
    },
  };
}

/** Of the two: a conversation with a word of each, one that they may open, and what the publisher told staff. */
async function talksOf(db: Db, publisher: Person, designer: Person): Promise<Things> {
  const talk = await aConversation(db, { publisher, designer, said: ['May I?', 'You may.'] });
  const [message, answer] = talk.messages.map(({ id }) => id);
  const prospect = await aBrief(db, publisher);
  await db.insert(briefInvitations).values({ briefId: prospect.id, designerId: designer.id });
  const about = { personId: designer.id, subject: 'message', subjectId: message ?? '' } as const;
  const [report] = await db
    .insert(reports)
    .values({ ...about, reporterId: publisher.id, ground: 'spam', body: 'It is an advertisement.' })
    .returning();
  return {
    talk: talk.id,
    message: message ?? '',
    answer: answer ?? '',
    prospect: prospect.id,
    report: report?.id ?? '',
  };
}
