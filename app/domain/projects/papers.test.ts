import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { amendments, projects } from '#db/schema/projects.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDesigner, anAdmin } from '#app/testing/people.ts';
import { aProject } from '#app/testing/projects.ts';
import { NotFound } from '../errors.ts';
import { getContract } from './papers.server.ts';

const { db } = await testDatabase();

describe('a contract', () => {
  test('is read by both sides, and matches what was agreed', async () => {
    const { id, publisher, designer } = await aProject(db);
    for (const viewer of [publisher, designer])
      expect(await getContract(db, viewer, id)).toMatchObject({ id, matches: true, amendments: [] });
  });

  test('does not match once a letter of it is another', async () => {
    const { id, designer } = await aProject(db);
    const { contract } = await getContract(db, designer, id);
    const terms = { ...contract.terms, price: contract.terms.price + 1 };
    // The database itself refuses to alter a contract: only who is above it can.
    await db.execute(sql`alter table projects disable trigger user`);
    await db
      .update(projects)
      .set({ contract: { ...contract, terms } })
      .where(eq(projects.id, id));
    await db.execute(sql`alter table projects enable trigger user`);
    expect((await getContract(db, designer, id)).matches).toBe(false);
  });

  test('comes with every amendment in its order', async () => {
    const { id, publisher } = await aProject(db);
    const amendment = { projectId: id, author: 'designer' as const, changes: {}, before: {} };
    await db.insert(amendments).values([
      { ...amendment, number: 2, state: 'proposed' },
      { ...amendment, number: 1, state: 'rejected' },
    ]);
    const { amendments: list } = await getContract(db, publisher, id);
    expect(list.map(({ number, state }) => [number, state])).toEqual([
      [1, 'rejected'],
      [2, 'proposed'],
    ]);
  });

  test('is nobody else’s, nor staff’s while nobody disputes', async () => {
    const { id } = await aProject(db);
    for (const viewer of [await aDesigner(db), await anAdmin(db)])
      await expect(getContract(db, viewer, id)).rejects.toThrow(NotFound);
  });
});
