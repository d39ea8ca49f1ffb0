import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { events } from '#db/schema/events.server.ts';
import { people, sessions } from '#db/schema/people.server.ts';
import { testDatabase } from '../../testing/database.server.ts';
import { testQueue } from '#app/testing/queue.ts';
import { aBrief, aDesigner, anAdmin, aNewcomer, aPiece, aPublisher } from '../../testing/people.ts';
import { getCover, listCovers } from '../covers/queries.server.ts';
import { moveBrief } from '../briefs/moves.server.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { once } from '../once.server.ts';
import type { Person } from './rules.ts';
import { changeRole, reinstate, suspend } from './staff.server.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const at = { now: new Date('2031-05-01T12:00:00Z'), today: '2031-05-01' };
const why = { reason: 'They asked for it.' };
let ada: Person;
beforeEach(async () => {
  ada = await anAdmin(db, { name: 'Ada' });
});

const row = async ({ id }: Pick<Person, 'id'>) =>
  (await db.select().from(people).where(eq(people.id, id)))[0];
const profileOf = async ({ id }: Pick<Person, 'id'>) =>
  (await db.select().from(designers).where(eq(designers.personId, id)))[0];
const told = async ({ id }: Pick<Person, 'id'>) =>
  (await db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.createdAt)).map(
    ({ type, actorId, data }) => ({ type, actorId, data }),
  );
const roleOf = (
  person: Person,
  role: 'hiring_user' | 'designer' | 'admin',
  was = `${person.role} active`,
) => ({
  ...{ personId: person.id, role, was, ...why },
});
const stopping = (person: Person, was = `${person.role} active`) => ({ personId: person.id, was, ...why });

describe('changing a role', () => {
  test('is told in the log, with before, after and why', async () => {
    const person = await aPublisher(db);
    await changeRole(db, queue, ada, roleOf(person, 'admin'), at);
    expect(await row(person)).toMatchObject({ role: 'admin' });
    const data = { before: 'hiring_user', after: 'admin', reason: why.reason };
    expect((await told(person)).at(-1)).toEqual({ type: 'person.role_changed', actorId: ada.id, data });
  });

  test('to designer opens a profile, once; away from it hides the profile, and back shows it again', async () => {
    const person = await aNewcomer(db, { name: 'Nell Proof' });
    await db.update(people).set({ welcomeStep: 'about' }).where(eq(people.id, person.id));
    await changeRole(db, queue, ada, roleOf(person, 'designer'), at);
    expect(await profileOf(person)).toMatchObject({ slug: 'nell-proof', hidden: false });
    expect(await row(person)).toMatchObject({ welcomeStep: null });
    const piece = await aPiece(db, person);

    await changeRole(db, queue, ada, roleOf(person, 'hiring_user', 'designer active'), at);
    expect(await profileOf(person)).toMatchObject({ hidden: true });
    await expect(getCover(db, piece.id)).rejects.toThrow(NotFound);

    await changeRole(db, queue, ada, roleOf(person, 'designer', 'hiring_user active'), at);
    expect(await profileOf(person)).toMatchObject({ slug: 'nell-proof', hidden: false });
    expect(await getCover(db, piece.id)).toMatchObject({ id: piece.id });
  });

  test('to designer pauses the open briefs, which designers cannot', async () => {
    const person = await aPublisher(db);
    const brief = await aBrief(db, person);
    await changeRole(db, queue, ada, roleOf(person, 'designer'), at);
    expect((await db.select().from(briefs).where(eq(briefs.id, brief.id)))[0]).toMatchObject({
      state: 'paused',
    });
  });

  test('of somebody suspended does not show their covers', async () => {
    const person = await aPublisher(db);
    await suspend(db, queue, ada, stopping(person), at);
    await changeRole(db, queue, ada, roleOf(person, 'designer', 'hiring_user suspended'), at);
    expect(await profileOf(person)).toMatchObject({ hidden: true });
    await reinstate(db, ada, stopping(person, 'designer suspended'));
    expect(await profileOf(person)).toMatchObject({ hidden: false });
  });

  test('to what it is already is refused beside the field', async () => {
    const person = await aDesigner(db);
    const same = changeRole(db, queue, ada, roleOf(person, 'designer'), at);
    await expect(same).rejects.toThrow(Invalid);
    await expect(same).rejects.toMatchObject({ field: 'role' });
  });
});

describe('suspending', () => {
  test('signs out everywhere, says why, hides covers and pauses open briefs', async () => {
    const person = await aDesigner(db);
    const { id: personId } = person;
    const expiresAt = new Date('2099-01-01');
    await db.insert(sessions).values([
      { idHash: `${personId} 1`, personId, expiresAt },
      { idHash: `${personId} 2`, personId, expiresAt },
      { idHash: `${ada.id} 1`, personId: ada.id, expiresAt },
    ]);
    const piece = await aPiece(db, person, { title: 'Gone Tomorrow' });
    const open = await aBrief(db, person);
    const closed = await aBrief(db, person, { state: 'closed' });
    const another = await aBrief(db, await aPublisher(db));

    await suspend(db, queue, ada, stopping(person), at);
    expect(await row(person)).toMatchObject({ suspendedAt: at.now, suspendedReason: why.reason });
    expect(await db.$count(sessions, eq(sessions.personId, personId))).toBe(0);
    expect(await db.$count(sessions, eq(sessions.personId, ada.id))).toBe(1);
    expect((await listCovers(db, { q: 'gone tomorrow' }, {})).rows).toEqual([]);
    const states = await db.select({ id: briefs.id, state: briefs.state }).from(briefs);
    const stateOf = ({ id }: { id: string }) => states.find((brief) => brief.id === id)?.state;
    expect([open, closed, another].map(stateOf)).toEqual(['paused', 'closed', 'open']);
    expect(await told(open)).toEqual([
      { type: 'brief.paused', actorId: ada.id, data: { title: open.title } },
    ]);
    expect(await told(closed)).toEqual([]);

    await reinstate(db, ada, stopping(person, 'designer suspended'));
    expect(await row(person)).toMatchObject({ suspendedAt: null, suspendedReason: null });
    expect(await getCover(db, piece.id)).toMatchObject({ id: piece.id });
    expect((await told(person)).slice(-2)).toEqual([
      {
        ...{ type: 'person.suspended', actorId: ada.id },
        data: { before: 'active', after: 'suspended', ...why },
      },
      {
        ...{ type: 'person.reinstated', actorId: ada.id },
        data: { before: 'suspended', after: 'active', ...why },
      },
    ]);
    // Opening them again is the owner's own business.
    const [still] = await db.select().from(briefs).where(eq(briefs.id, open.id));
    expect(still?.state).toBe('paused');
    await moveBrief(db, queue, person, open.id, 'reopen', at.today);
  });

  test('takes everything back when a part of it fails', async () => {
    const person = await aPublisher(db);
    // Half a character: a text takes it, the JSON of the event, which is written last, does not.
    const broken = { ...stopping(person), reason: '\ud800' };
    await expect(suspend(db, queue, ada, broken, at)).rejects.toThrow();
    expect(await row(person)).toMatchObject({ suspendedAt: null });
    expect(await told(person)).toHaveLength(1);
  });
});

describe('who may', () => {
  test('others than staff may not, and nobody touches themselves', async () => {
    const [paula, dora] = [await aPublisher(db), await aDesigner(db)];
    await expect(changeRole(db, queue, paula, roleOf(dora, 'admin'), at)).rejects.toThrow(Forbidden);
    await expect(suspend(db, queue, dora, stopping(paula), at)).rejects.toThrow(Forbidden);
    await expect(changeRole(db, queue, ada, roleOf(ada, 'designer'), at)).rejects.toThrow(Forbidden);
    await expect(suspend(db, queue, ada, stopping(ada), at)).rejects.toThrow(Forbidden);
    expect(await row(ada)).toMatchObject({ role: 'admin', suspendedAt: null });
  });

  test('staff who were demoted a moment ago may not any more', async () => {
    const [bea, dora] = [await anAdmin(db), await aDesigner(db)];
    await changeRole(db, queue, ada, roleOf(bea, 'hiring_user'), at);
    await expect(suspend(db, queue, bea, stopping(dora), at)).rejects.toThrow(Forbidden);
  });

  test('there is nobody at an address that is nobody’s', async () => {
    const nobody = { ...ada, id: '00000000-0000-4000-8000-00000000dead' };
    await expect(suspend(db, queue, ada, stopping(nobody), at)).rejects.toThrow(NotFound);
  });
});

describe('two at once', () => {
  /** As the pages do it: each with a form token, in a transaction of its own. */
  const sent = (viewer: Person, act: (tx: Parameters<typeof changeRole>[0]) => Promise<void>) =>
    once(db, viewer, crypto.randomUUID(), async (tx) => {
      await act(tx);
      return '/';
    });
  const outcomes = async (attempts: Promise<unknown>[]) =>
    (await Promise.allSettled(attempts)).map((result) =>
      result.status === 'fulfilled' ? 'done' : (result.reason as Error).constructor.name,
    );

  test.each(Array.from({ length: 8 }, (_, round) => round))(
    'two members of staff who demote each other: one of them wins (%i)',
    async () => {
      const bea = await anAdmin(db, { name: 'Bea' });
      const results = await outcomes([
        sent(ada, (tx) => changeRole(tx, queue, ada, roleOf(bea, 'hiring_user'), at)),
        sent(bea, (tx) => changeRole(tx, queue, bea, roleOf(ada, 'hiring_user'), at)),
      ]);
      expect(results.sort()).toEqual(['Forbidden', 'done']);
      expect([await row(ada), await row(bea)].filter((person) => person?.role === 'admin')).toHaveLength(1);
    },
  );

  test.each(Array.from({ length: 4 }, (_, round) => round))(
    'one demotes, the other suspends: one of them wins (%i)',
    async () => {
      const bea = await anAdmin(db, { name: 'Bea' });
      const results = await outcomes([
        sent(ada, (tx) => changeRole(tx, queue, ada, roleOf(bea, 'hiring_user'), at)),
        sent(bea, (tx) => suspend(tx, queue, bea, stopping(ada), at)),
      ]);
      expect(results.sort()).toEqual(['Forbidden', 'done']);
    },
  );

  test('the second of two who change the same person is told how things stand', async () => {
    const [bea, dora] = [await anAdmin(db), await aDesigner(db, { name: 'Dora' })];
    const results = await outcomes([
      sent(ada, (tx) => changeRole(tx, queue, ada, roleOf(dora, 'hiring_user'), at)),
      sent(bea, (tx) => changeRole(tx, queue, bea, roleOf(dora, 'admin'), at)),
    ]);
    expect(results.sort()).toEqual(['Conflict', 'done']);
    const late = suspend(db, queue, ada, stopping(dora), at);
    await expect(late).rejects.toThrow(Conflict);
    await expect(late).rejects.toThrow(
      /^Somebody was here before you: Dora is (a publisher or author|staff) now\.$/,
    );
  });

  test('a brief the owner closes at that moment does not stand in the way', async () => {
    for (let round = 0; round < 5; round++) {
      const paula = await aPublisher(db);
      const brief = await aBrief(db, paula);
      const results = await outcomes([
        suspend(db, queue, ada, stopping(paula), at),
        moveBrief(db, queue, paula, brief.id, 'close', at.today),
      ]);
      expect(results[0]).toBe('done');
      const [{ state } = { state: '' }] = await db.select().from(briefs).where(eq(briefs.id, brief.id));
      expect(['closed', 'paused']).toContain(state);
    }
  });
});
