import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { blocks } from '#db/schema/conversations.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { people } from '#db/schema/people.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, aPiece, aPublisher } from '#app/testing/people.ts';
import { testQueue } from '#app/testing/queue.ts';
import { getBrief } from '../briefs/queries.server.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import type { Person } from '../people/rules.ts';
import { declineInvitation, inviteDesigner, withdrawInvitation } from './commands.server.ts';
import {
  countOpenInvitations,
  getInvitation,
  listInvitationsOf,
  listInvitationsTo,
} from './queries.server.ts';
import { MOST_OPEN_INVITATIONS } from './rules.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const now = new Date('2026-03-03T10:00:00Z');
const today = '2026-03-03';

const slugOf = async ({ id }: { id: string }) =>
  (await db.select({ slug: designers.slug }).from(designers).where(eq(designers.personId, id)))[0]?.slug ??
  '';
const invite = async (viewer: Person, briefId: string, designer: { id: string }, note = '') => {
  const slug = await slugOf(designer);
  return db.transaction((tx) => inviteDesigner(tx, queue, viewer, { briefId, slug, note, today }));
};
const decline = (viewer: Person, briefId: string, reason = '') =>
  db.transaction((tx) => declineInvitation(tx, queue, viewer, { briefId, reason, today, now }));
const withdraw = async (viewer: Person, briefId: string, designer: { id: string }) => {
  const slug = await slugOf(designer);
  return db.transaction((tx) => withdrawInvitation(tx, viewer, { briefId, slug, today }));
};
const stateOf = async (briefId: string, { id: designerId }: Person) =>
  (await getInvitation(db, { briefId, designerId }, today))?.state;
const propose = (briefId: string, { id: designerId }: Person, state: 'draft' | 'submitted' | 'withdrawn') =>
  db.insert(proposals).values({
    ...{ briefId, designerId, state },
    ...(state !== 'draft' && { version: 1, submittedAt: now, validUntil: '2026-04-01' }),
  });
async function scene(brief: Parameters<typeof aBrief>[2] = {}) {
  const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
  await aPiece(db, designer);
  return { publisher, designer, brief: await aBrief(db, publisher, brief) };
}

describe('inviting', () => {
  test('writes one row, tells the designer, and lets them read an invite-only brief', async () => {
    const { publisher, designer, brief } = await scene({ visibility: 'invited' });
    await expect(getBrief(db, designer, brief.id)).rejects.toThrow(NotFound);
    expect(await invite(publisher, brief.id, designer, 'Your eel.')).toMatchObject({ repeated: false });
    expect(await getBrief(db, designer, brief.id)).toMatchObject({ id: brief.id });
    const [event] = await db
      .select()
      .from(events)
      .where(and(eq(events.briefId, brief.id), eq(events.type, 'invitation.sent')));
    expect(event).toMatchObject({
      subjectId: designer.id,
      data: { title: brief.title, note: 'Your eel.' },
    });
    expect(await db.$count(notifications, eq(notifications.personId, designer.id))).toBe(1);
    expect(await stateOf(brief.id, designer)).toBe('open');
  });

  test('the same designer at once, twelve times, is one invitation', async () => {
    const { publisher, designer, brief } = await scene();
    const done = await Promise.all(Array.from({ length: 12 }, () => invite(publisher, brief.id, designer)));
    expect(done.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await db.$count(notifications, eq(notifications.personId, designer.id))).toBe(1);
  });

  test('stops when so many wait, however many ask at once, and goes on after an answer', async () => {
    const { publisher, brief } = await scene();
    const asked = [];
    for (let at = 0; at < MOST_OPEN_INVITATIONS + 3; at += 1) asked.push(await aDesigner(db));
    const done = await Promise.allSettled(asked.map((designer) => invite(publisher, brief.id, designer)));
    const refused = done.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(3);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(Conflict);
    const [first] = asked.filter((_, at) => done[at]?.status === 'fulfilled') as [Person];
    await decline(first, brief.id);
    const last = asked.find((_, at) => done[at]?.status === 'rejected') as Person;
    await invite(publisher, brief.id, last);
    expect(await stateOf(brief.id, last)).toBe('open');
  });

  test.each<[string, (designer: Person, publisher: Person) => Promise<unknown>]>([
    ['hidden', ({ id }) => db.update(designers).set({ hidden: true }).where(eq(designers.personId, id))],
    ['suspended', ({ id }) => db.update(people).set({ suspendedAt: now }).where(eq(people.id, id))],
    ['blocking', ({ id }, { id: blockedId }) => db.insert(blocks).values({ personId: id, blockedId })],
    ['blocked', ({ id }, { id: personId }) => db.insert(blocks).values({ personId, blockedId: id })],
  ])('somebody %s is refused in the same words', async (_, make) => {
    const { publisher, designer, brief } = await scene();
    await make(designer, publisher);
    await expect(invite(publisher, brief.id, designer)).rejects.toThrow(
      'Dora Bodoni takes no invitations from you at the moment.',
    );
  });

  test('takes a brief that is open, and one’s own', async () => {
    const { publisher, designer, brief } = await scene();
    const paused = await aBrief(db, publisher, { state: 'paused' });
    const due = await aBrief(db, publisher, { finalOn: '2026-03-02' });
    for (const { id } of [paused, due])
      await expect(invite(publisher, id, designer)).rejects.toThrow(Conflict);
    await expect(invite(await aPublisher(db), brief.id, designer)).rejects.toThrow(Forbidden);
    await expect(
      inviteDesigner(db, queue, publisher, { briefId: brief.id, slug: 'no\0body', note: '', today }),
    ).rejects.toThrow(NotFound);
  });

  test('nobody twice who has declined', async () => {
    const { publisher, designer, brief } = await scene();
    await invite(publisher, brief.id, designer);
    await decline(designer, brief.id);
    await expect(invite(publisher, brief.id, designer)).rejects.toThrow('has declined already');
  });
});

describe('an answer', () => {
  test('declines with a reason, once, and the publisher is told', async () => {
    const { publisher, designer, brief } = await scene();
    await invite(publisher, brief.id, designer);
    await decline(designer, brief.id, 'No time before May.');
    await expect(decline(designer, brief.id)).rejects.toThrow('This invitation is declined now.');
    const [sent] = await listInvitationsTo(db, brief.id, today);
    expect(sent).toMatchObject({ state: 'declined', declineReason: 'No time before May.' });
    expect(await db.$count(notifications, eq(notifications.personId, publisher.id))).toBe(1);
  });

  test('is a proposal that was sent; a draft and one withdrawn are none', async () => {
    const { publisher, designer, brief } = await scene();
    await invite(publisher, brief.id, designer);
    await propose(brief.id, designer, 'withdrawn');
    await propose(brief.id, designer, 'draft');
    expect(await stateOf(brief.id, designer)).toBe('open');
    await db
      .update(proposals)
      .set({ state: 'submitted', version: 1, submittedAt: now, validUntil: '2026-04-01' })
      .where(eq(proposals.state, 'draft'));
    expect(await stateOf(brief.id, designer)).toBe('answered');
    await expect(withdraw(publisher, brief.id, designer)).rejects.toThrow(Conflict);
    await expect(decline(designer, brief.id)).rejects.toThrow(Conflict);
  });

  test('of one and taking back by the other at the same moment is one of the two', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { publisher, designer, brief } = await scene();
      await invite(publisher, brief.id, designer);
      const done = await Promise.allSettled([
        decline(designer, brief.id),
        withdraw(publisher, brief.id, designer),
      ]);
      expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });
});

describe('taking back', () => {
  test('hides an invite-only brief', async () => {
    const { publisher, designer, brief } = await scene({ visibility: 'invited' });
    await invite(publisher, brief.id, designer);
    expect(await withdraw(publisher, brief.id, designer)).toBe('Dora Bodoni');
    await expect(getBrief(db, designer, brief.id)).rejects.toThrow(NotFound);
    await expect(withdraw(publisher, brief.id, designer)).rejects.toThrow(NotFound);
  });

  test('leaves it to whoever has sent a proposal for it', async () => {
    const { publisher, designer, brief } = await scene({ visibility: 'invited' });
    await db.insert(briefInvitations).values({ briefId: brief.id, designerId: designer.id });
    await propose(brief.id, designer, 'draft');
    await db.delete(briefInvitations).where(eq(briefInvitations.briefId, brief.id));
    await expect(getBrief(db, designer, brief.id)).rejects.toThrow(NotFound);
    await db
      .update(proposals)
      .set({ state: 'submitted', version: 1, submittedAt: now, validUntil: '2026-04-01' })
      .where(eq(proposals.briefId, brief.id));
    expect(await getBrief(db, designer, brief.id)).toMatchObject({ id: brief.id });
    expect((await getBrief(db, publisher, brief.id)).id).toBe(brief.id);
  });
});

test('a designer’s list has what waits apart from what does not', async () => {
  const { publisher, designer, brief } = await scene();
  const [paused, declined] = [await aBrief(db, publisher), await aBrief(db, publisher)];
  for (const { id } of [brief, paused, declined]) await invite(publisher, id, designer);
  await db.update(briefs).set({ state: 'paused' }).where(eq(briefs.id, paused.id));
  await decline(designer, declined.id);
  const states = async (open: boolean) => {
    const { rows } = await listInvitationsOf(db, designer, { open, today, seek: {} });
    return rows.map(({ id, state }) => [id, state]);
  };
  expect(await states(true)).toEqual([[brief.id, 'open']]);
  expect((await states(false)).sort()).toEqual(
    [
      [paused.id, 'closed'],
      [declined.id, 'declined'],
    ].sort(),
  );
  expect(await countOpenInvitations(db, designer, today)).toBe(1);
});
