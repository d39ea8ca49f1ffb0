/** The role that server and worker connect as, on a server that asks it for its password. */
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { closeLater } from '#app/testing/database.server.ts';
import { startPostgres } from '#app/testing/postgres.server.ts';
import { aDesigner, aPublisher } from '#app/testing/people.ts';
import { testQueue } from '#app/testing/queue.ts';
import { until } from '#app/testing/until.ts';
import { listOpenBriefs } from '#app/domain/briefs/list.server.ts';
import { listCovers } from '#app/domain/covers/queries.server.ts';
import { sweepExpired } from '#app/domain/people/commands.server.ts';
import { openDatabase } from './client.server.ts';
import { databaseAt } from './connection.server.ts';
import { migrate } from './migrate.ts';
import { seed } from './seed.ts';

const server = await startPostgres();
closeLater(server.stop);
const owner = databaseAt(server.admin);
const appRole = { username: 'app "role"', password: `it's a % p@ss/word: ½ ﬁ ` };
await migrate(owner, { appRole });
const asRole = { ...owner, ...appRole };
const { db, sql, close } = openDatabase(asRole);
closeLater(close);

describe('as the role of server and worker', () => {
  test('the product reads and writes', async () => {
    await seed(asRole);
    const [designer, publisher] = [await aDesigner(db), await aPublisher(db)];
    expect((await listCovers(db, { q: '' }, {})).rows.length).toBeGreaterThan(0);
    const { rows } = await listOpenBriefs(db, { q: '', sort: 'newest' }, {}, '2026-01-01');
    expect(rows.length).toBeGreaterThan(0);
    await sweepExpired(db, new Date());
    await sql`delete from people where id in (${designer.id}, ${publisher.id})`.catch((fault: unknown) => {
      // Whoever did something stays in the log.
      expect(fault).toMatchObject({ code: '23503' });
    });
    const { n } = (
      await sql<[{ n: number }]>`select count(*)::int as n from drizzle.__drizzle_migrations`
    )[0];
    expect(n).toBeGreaterThan(1);
  });

  test('jobs are queued, worked on and kept in order', async () => {
    const queue = testQueue({ config: asRole }, { worker: true });
    const done: string[][] = [];
    await queue.work('storage.remove', async ({ keys }) => void done.push(keys));
    await queue.enqueue(db, 'storage.remove', { keys: ['a/key'] });
    await until('the job is done', 10_000, () => done.length > 0);
    expect(done).toEqual([['a/key']]);
  });

  test.each([
    ['changes an event', `update events set type = 'brief.closed'`],
    ['removes an event', 'delete from events'],
    ['empties the events', 'truncate events'],
    ['removes a specification', 'delete from cover_specs'],
    ['lets the events be altered', 'alter table events disable trigger events_append_only'],
    ['makes a table', 'create table mine (id int)'],
    ['makes a table among the jobs', 'create table pgboss.mine (id int)'],
    ['adds a column', 'alter table people add column shoe_size int'],
    ['drops a table', 'drop table briefs'],
    ['drops an index', 'drop index people_feed'],
    ['forgets a migration', 'delete from drizzle.__drizzle_migrations'],
    ['makes a schema', 'create schema mine'],
    ['makes a role', 'create role mine'],
    ['reads the passwords', 'select * from pg_authid'],
    ['writes a file on the server', `copy people to '/tmp/people.csv'`],
  ])('nobody %s', async (_what, statement) => {
    // There is something to change: meeting somebody is an event.
    await aPublisher(db);
    await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the role', () => {
  test('is given its password anew, and the old one is over', async () => {
    const password = 'another one';
    expect(await migrate(owner, { appRole: { ...appRole, password } })).toBe(0);
    await expect(ask({ ...asRole, password })).resolves.toEqual([{ name: 'app "role"' }]);
    await expect(ask(asRole)).rejects.toMatchObject({ code: '28P01' });
  });

  test('is granted what a later migration adds', async () => {
    const own = postgres(server.admin, { max: 1, onnotice: () => {} });
    closeLater(() => own.end());
    await own`create table later (id int)`;
    await migrate(owner, { appRole });
    await expect(sql`insert into later values (1)`).resolves.toBeDefined();
  });
});

async function ask(config: typeof asRole) {
  const own = openDatabase(config);
  return [...(await own.sql`select current_user::text as name`.finally(own.close))];
}
