import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { blocks } from '#db/schema/conversations.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { briefInvitations, briefSaves, designerSaves } from '#db/schema/saves.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, aPiece, aPublisher } from '#app/testing/people.ts';
import { someTerms } from '#app/testing/proposals.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { briefConcern } from '../invitations/concern.server.ts';
import { decodeCursor, PAGE_SIZE } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { submitProposal } from '../proposals/commands.server.ts';
import { saveBrief, saveDesigner, unsaveBrief, unsaveDesigner } from './commands.server.ts';
import { listSavedBriefs, listSavedDesigners, savedAmong } from './queries.server.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);

const slugOf = async ({ id }: Person) =>
  (await db.select({ slug: designers.slug }).from(designers).where(eq(designers.personId, id)))[0]?.slug ??
  '';
const eventsOf = (type: typeof events.$inferSelect.type, subjectId: string) =>
  db
    .select()
    .from(events)
    .where(and(eq(events.type, type), eq(events.subjectId, subjectId)));
const toldOf = ({ id }: Person) => db.$count(notifications, eq(notifications.personId, id));
const save = (viewer: Person, slug: string) => db.transaction((tx) => saveDesigner(tx, queue, viewer, slug));
const keep = (viewer: Person, id: string) => db.transaction((tx) => saveBrief(tx, queue, viewer, id));

describe('a designer', () => {
  test('is saved once, however often it is asked for at once', async () => {
    const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
    const slug = await slugOf(designer);
    await Promise.all(Array.from({ length: 12 }, () => save(publisher, slug)));
    expect(await db.$count(designerSaves, eq(designerSaves.personId, publisher.id))).toBe(1);
    expect(await eventsOf('designer.saved', designer.id)).toHaveLength(1);
    expect([...((await savedAmong(db, publisher, [designer.id])) ?? [])]).toEqual([designer.id]);
  });

  test('is not saved any more, once, also when hidden by then', async () => {
    const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
    const slug = await slugOf(designer);
    await save(publisher, slug);
    await db.update(designers).set({ hidden: true }).where(eq(designers.personId, designer.id));
    const [listed] = (await listSavedDesigners(db, publisher, {})).rows;
    expect(listed).toMatchObject({ name: 'Dora Bodoni', hidden: true });
    await unsaveDesigner(db, publisher, slug);
    await unsaveDesigner(db, publisher, slug);
    expect(await eventsOf('designer.unsaved', designer.id)).toHaveLength(1);
    expect((await listSavedDesigners(db, publisher, {})).rows).toEqual([]);
  });

  test('who is hidden or nobody is not found', async () => {
    const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
    const slug = await slugOf(designer);
    await db.update(designers).set({ hidden: true }).where(eq(designers.personId, designer.id));
    await expect(save(publisher, slug)).rejects.toThrow(NotFound);
    await expect(save(publisher, 'no\0body')).rejects.toThrow(NotFound);
  });

  test('is looked up among those on a page for whoever may save', async () => {
    const designer = await aDesigner(db);
    expect(await savedAmong(db, null, [designer.id])).toBeNull();
    expect(await savedAmong(db, designer, [designer.id])).toBeNull();
    expect((await savedAmong(db, await aPublisher(db), []))?.size).toBe(0);
  });
});

describe('a brief', () => {
  test('is saved once, however often it is asked for at once', async () => {
    const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
    const brief = await aBrief(db, publisher);
    await Promise.all(Array.from({ length: 12 }, () => keep(designer, brief.id)));
    expect(await db.$count(briefSaves, eq(briefSaves.personId, designer.id))).toBe(1);
    expect(await eventsOf('brief.saved', brief.id)).toHaveLength(1);
    const concern = () => briefConcern(db, designer, brief, '2026-03-03');
    expect(await concern()).toEqual({ side: 'designer', saved: true, invitation: null });
    await unsaveBrief(db, designer, brief.id);
    expect(await concern()).toEqual({ side: 'designer', saved: false, invitation: null });
  });

  test('that is not theirs to read, or their own, is not saved', async () => {
    const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
    const invite = await aBrief(db, publisher, { visibility: 'invited' });
    await expect(keep(designer, invite.id)).rejects.toThrow(NotFound);
    await expect(keep(designer, 'none')).rejects.toThrow(NotFound);
    const own = await aBrief(db, designer);
    await expect(keep(designer, own.id)).rejects.toThrow(Forbidden);
  });

  test('stays in the list when it is not theirs to read any more', async () => {
    const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
    const [gone, there] = [await aBrief(db, publisher), await aBrief(db, publisher)];
    await keep(designer, gone.id);
    await keep(designer, there.id);
    await db.update(briefs).set({ state: 'cancelled' }).where(eq(briefs.id, gone.id));
    const { rows } = await listSavedBriefs(db, designer, {});
    expect(rows.map(({ id, listed }) => [id, listed !== null])).toEqual([
      [there.id, true],
      [gone.id, false],
    ]);
  });
});

test('a list goes on where it stopped, and back', async () => {
  const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
  const made = [];
  for (let at = 0; at < PAGE_SIZE + 3; at += 1) {
    const { id } = await aBrief(db, publisher);
    made.unshift(id);
    const createdAt = new Date(Date.UTC(2026, 1, 1, at));
    await db.insert(briefSaves).values({ personId: designer.id, briefId: id, createdAt });
  }
  const first = await listSavedBriefs(db, designer, {});
  const second = await listSavedBriefs(db, designer, { after: decodeCursor(first.older) });
  const back = await listSavedBriefs(db, designer, { before: decodeCursor(second.newer) });
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(made);
  expect(back.rows.map(({ id }) => id)).toEqual(made.slice(0, PAGE_SIZE));
});

describe('a match', () => {
  /** A publisher with a brief, and a designer who shows a cover. */
  async function pair() {
    const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
    await aPiece(db, designer);
    return { publisher, designer, brief: await aBrief(db, publisher), slug: await slugOf(designer) };
  }

  test('is made when the second side shows interest, once, and the first is told', async () => {
    const { publisher, designer, brief, slug } = await pair();
    expect(await keep(designer, brief.id)).toEqual([]);
    const { matches } = await save(publisher, slug);
    expect(matches).toEqual([{ briefId: brief.id, title: brief.title }]);
    const [match, ...others] = await eventsOf('match.made', designer.id);
    expect(match).toMatchObject({ briefId: brief.id, actorId: publisher.id });
    expect(others).toEqual([]);
    expect([await toldOf(designer), await toldOf(publisher)]).toEqual([1, 0]);
    await unsaveDesigner(db, publisher, slug);
    expect((await save(publisher, slug)).matches).toEqual([]);
  });

  test('is made for each brief that is still to be had', async () => {
    const { publisher, designer, brief, slug } = await pair();
    const closed = await aBrief(db, publisher, { state: 'closed' });
    await save(publisher, slug);
    expect(await keep(designer, closed.id)).toEqual([]);
    expect(await keep(designer, brief.id)).toHaveLength(1);
    const another = await aBrief(db, publisher);
    expect(await keep(designer, another.id)).toEqual([{ briefId: another.id, title: another.title }]);
    expect(await toldOf(publisher)).toBe(2);
  });

  test('comes of an invitation, too', async () => {
    const { designer, brief } = await pair();
    await db.insert(briefInvitations).values({ briefId: brief.id, designerId: designer.id });
    expect(await keep(designer, brief.id)).toHaveLength(1);
  });

  test('comes of a proposal, too', async () => {
    const { publisher, designer, brief, slug } = await pair();
    await save(publisher, slug);
    const offer = { message: 'A ferry.', terms: someTerms(), validUntil: '2031-02-01', samples: [] };
    const sent = { offer, now: new Date() };
    await db.transaction((tx) => submitProposal(tx, queue, designer, brief.id, sent));
    expect(await eventsOf('match.made', designer.id)).toHaveLength(1);
  });

  test('is one, and is not missed, when both show interest at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { publisher, designer, brief, slug } = await pair();
      await Promise.all([save(publisher, slug), keep(designer, brief.id)]);
      expect(await eventsOf('match.made', designer.id)).toHaveLength(1);
    }
  });

  test('is not made between people one of whom has blocked the other', async () => {
    const { publisher, designer, brief, slug } = await pair();
    await db.insert(blocks).values({ personId: designer.id, blockedId: publisher.id });
    await keep(designer, brief.id);
    expect((await save(publisher, slug)).matches).toEqual([]);
  });
});
