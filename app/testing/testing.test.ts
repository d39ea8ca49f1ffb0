import { count } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { people } from '#db/schema/people.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { expectConsole, settle } from './console.ts';
import { testDatabase } from './database.server.ts';
import { aBrief, aDesigner, anAdmin, aPiece, aPublisher } from './people.ts';
import { testQueue } from './queue.ts';

const queries: string[] = [];
const database = await testDatabase({ onQuery: (query) => void queries.push(query) });
const queue = testQueue(database);

describe('a test database', () => {
  test('is migrated, empty and real', async () => {
    const [found] = await database.db.select({ n: count() }).from(people);
    expect(found).toEqual({ n: 0 });
    expect(queries.at(-1)).toMatch(/^select count/);
  });

  test('is nobody else’s', async () => {
    const other = await testDatabase();
    await aPublisher(other.db);
    expect(await database.db.$count(people)).toBe(0);
  });

  test('has the job queue in it', async () => {
    await queue.enqueue(database.db, 'storage.remove', { keys: ['nothing'] });
    const jobs = await database.sql`select name from pgboss.job`;
    expect(jobs).toEqual([{ name: 'storage.remove' }]);
  });
});

test('the builders make rows the schema accepts, in order', async () => {
  const { db } = database;
  const publisher = await aPublisher(db, { name: 'Pia' });
  const designer = await aDesigner(db);
  expect([publisher.role, designer.role, (await anAdmin(db)).role]).toEqual([
    'hiring_user',
    'designer',
    'admin',
  ]);
  await aPiece(db, designer);
  await aPiece(db, designer, { title: 'Second', shownAt: null });
  const placed = await db.select().from(pieces).orderBy(pieces.position);
  expect(placed.map(({ position }) => position)).toEqual([1, 2]);
  await aBrief(db, publisher, { formats: [{ kind: 'paperback_wrap' }, { kind: 'audiobook_square' }] });
  expect((await db.select().from(briefs))[0]).toMatchObject({
    state: 'open',
    formatKinds: ['paperback_wrap', 'audiobook_square'],
    budgetBand: 'from_600',
  });
});

describe('the console', () => {
  test('fails a test that did not expect it', () => {
    console.error('a %s', 'surprise');
    expect(settle).toThrow('unexpected console.error: a surprise');
  });

  test('may say what a test expects, and must', () => {
    expectConsole('warn', /^mind the gap$/);
    console.warn('mind the gap');
    expect(settle).not.toThrow();
    expectConsole('error', /silence/);
    expect(settle).toThrow('console.error never said /silence/');
  });
});
