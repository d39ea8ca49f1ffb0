import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database.server.ts';
import { testQueue } from '../testing/queue.ts';
import { backlogOf } from './backlog.server.ts';

const database = await testDatabase();
const { db, sql } = database;

test('is the wait of the job that is due longest, and the jobs that were given up', async () => {
  expect(await backlogOf(sql)).toEqual({ QueueAgeSeconds: 0, FailedJobs: 0 });
  const queue = testQueue(database);
  for (const key of ['waiting', 'later', 'done', 'failed'])
    await queue.enqueue(db, 'storage.remove', { keys: [key] });
  const change = (key: string, set: ReturnType<typeof sql>) =>
    sql`update pgboss.job set ${set} where data->'keys'->>0 = ${key}`;
  await change('waiting', sql`start_after = now() - interval '7 minutes'`);
  await change('later', sql`state = 'retry', start_after = now() + interval '1 hour'`);
  await change('done', sql`state = 'completed', start_after = now() - interval '2 hours'`);
  await change('failed', sql`state = 'failed', start_after = now() - interval '2 hours'`);
  const { QueueAgeSeconds, FailedJobs } = await backlogOf(sql);
  expect(QueueAgeSeconds).toBeGreaterThanOrEqual(420);
  expect(QueueAgeSeconds).toBeLessThan(480);
  expect(FailedJobs).toBe(1);
});
