import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { closeLater, testDatabase } from '#app/testing/database.server.ts';
import { openDatabase } from './client.server.ts';

const { config } = await testDatabase();
const { db, waiting, close } = openDatabase({ ...config, pool: 2 });
closeLater(close);

const nap = sql`select pg_sleep(0.05)`;
const many = (count: number, run: () => Promise<unknown>) => Promise.all(Array.from({ length: count }, run));

test('nobody waits while there are connections', async () => {
  await many(2, () => db.execute(nap));
  expect(waiting()).toBe(0);
});

test('statements beyond the connections wait, once each', async () => {
  await many(7, () => db.execute(nap));
  expect(waiting()).toBe(5);
  expect(waiting()).toBe(0);
});

test('transactions count once, whatever is done in them', async () => {
  await many(5, () =>
    db.transaction(async (tx) => {
      await tx.execute(nap);
      await tx.execute(nap);
    }),
  );
  expect(waiting()).toBe(3);
});

test('what fails waits no longer', async () => {
  const refused = await Promise.allSettled([
    ...Array.from({ length: 4 }, async () => db.execute(sql`select no_such_column`)),
    ...Array.from({ length: 4 }, () => db.transaction(() => Promise.reject(new Error('changed our mind')))),
  ]);
  expect(refused.every(({ status }) => status === 'rejected')).toBe(true);
  waiting();
  await many(3, () => db.execute(nap));
  expect(waiting()).toBe(1);
});
