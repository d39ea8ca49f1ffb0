import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { coverSpecs } from '#db/schema/briefs.server.ts';
import { events } from '#db/schema/events.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { aProject, someTerms } from '#app/testing/projects.ts';
import { NotFound } from '../errors.ts';
import { canonicalText } from '../canonical.ts';
import { getProject, lockProject } from './queries.server.ts';
import { startProject } from './start.server.ts';

const { db } = await testDatabase();
const NOW = new Date('2030-11-20T10:00:00.000Z');

describe('a project that starts', () => {
  test('freezes what was agreed, with a hash that anybody can compute again', async () => {
    const publisher = await aPublisher(db, { name: 'Paula Imprint' });
    const { id, project, designer, proposalId } = await aProject(db, { publisher, now: NOW });
    const { contract, contractHash } = project;
    expect(contract).toMatchObject({
      agreedAt: '2030-11-20T10:00:00.000Z',
      publisher: { id: publisher.id, name: 'Paula Imprint' },
      designer: { id: designer.id, name: 'Dora Bodoni' },
      ...{ proposalId, proposalVersion: 1, briefVersion: 1, terms: someTerms() },
      message: 'A lighthouse, seen from below.',
    });
    expect(createHash('sha256').update(canonicalText(contract)).digest('hex')).toBe(contractHash);
    const [event] = await db.select().from(events).where(eq(events.projectId, id));
    expect(event).toMatchObject({ type: 'project.agreed', subjectId: id, actorId: publisher.id });
  });

  test('names the print specification of every format, of a brief from before they were kept too', async () => {
    const { project } = await aProject(db);
    const kept = await db.select().from(coverSpecs).where(eq(coverSpecs.briefId, project.briefId));
    const ids = Object.fromEntries(kept.map(({ kind, id }) => [kind, id]));
    expect(project.contract.formats).toEqual([
      expect.objectContaining({
        ...{ kind: 'paperback_wrap', coverSpecId: ids['paperback_wrap'] },
        spec: expect.objectContaining({ printer: 'kdp', pages: 280 }),
      }),
      expect.objectContaining({ kind: 'ebook_front', coverSpecId: ids['ebook_front'] }),
    ]);
  });

  test('has its milestones in order, each due when the terms say', async () => {
    const { project } = await aProject(db);
    expect(project.milestones.map(({ kind, state, dueOn }) => `${kind} ${state} ${dueOn}`)).toEqual([
      ...['concepts due 2031-03-01', 'front due 2031-03-15'],
      ...['wrap due 2031-04-01', 'handover due 2031-04-15'],
    ]);
  });

  test('has no wrap when nothing has a spine', async () => {
    const { project } = await aProject(db, { brief: { formats: [{ kind: 'ebook_front' }] } });
    expect(project.milestones.map(({ kind }) => kind)).toEqual(['concepts', 'front', 'handover']);
  });

  test('cannot start a second time from one proposal', async () => {
    const { publisher, proposalId } = await aProject(db);
    await expect(startProject(db, { proposalId, acceptedBy: publisher, now: NOW })).rejects.toMatchObject({
      cause: { code: '23505' },
    });
  });
});

describe('a project is there', () => {
  test('for its two sides, each on their own', async () => {
    const { id, publisher, designer } = await aProject(db);
    expect((await getProject(db, publisher, id)).side).toBe('publisher');
    expect((await getProject(db, designer, id)).side).toBe('designer');
    expect((await db.transaction((tx) => lockProject(tx, designer, id))).id).toBe(id);
  });

  test('for nobody else', async () => {
    const { id } = await aProject(db);
    for (const stranger of [await aPublisher(db), await aDesigner(db), await anAdmin(db)])
      await expect(getProject(db, stranger, id)).rejects.toBeInstanceOf(NotFound);
    await expect(getProject(db, await aPublisher(db), 'no-id')).rejects.toBeInstanceOf(NotFound);
  });

  test('for staff once somebody disputes it', async () => {
    const staff = await anAdmin(db);
    const { id } = await aProject(db, { state: 'disputed', stoodAt: 'wrap', by: 'designer' });
    const project = await getProject(db, staff, id);
    expect(project).toMatchObject({ side: 'staff', state: 'disputed' });
    expect(project.dispute).toMatchObject({ state: 'open', openedBy: 'designer', stoodAt: 'wrap' });
  });
});
