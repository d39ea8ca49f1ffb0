/**
 * A thousand events are told of by four workers, each killed again and again, in whatever it does. In the end everybody has each notice and
 * each mail once. A mail that was handed over and not marked when its worker died is handed over again: those are counted,
 * and each is the same mail by its Message-ID.
 */
import { expect, test } from 'vitest';
import { announce } from '#app/domain/notifications/commands.server.ts';
import { testDatabase } from '../database.server.ts';
import { startMailServer } from '../mail-server.ts';
import { aDesigner, aPublisher } from '../people.ts';
import { testQueue } from '../queue.ts';
import { until } from '../until.ts';
import { KILLS, succession } from './cluster.ts';

const EVENTS = 1_000;
const WORKERS = 4;
const PATIENCE_MS = 10 * 60_000;

const database = await testDatabase();
const { db, sql } = database;
const queue = testQueue(database);
const mailbox = await startMailServer();

/** Each concerns two people, so that half of what is written may be there when a worker dies. */
async function happenAll() {
  // As short as it may be: what lies here for ten seconds lies for thirty in production.
  await sql`update pgboss.queue set heartbeat_seconds = 10, retry_delay = 1, retry_backoff = false`;
  const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
  for (let n = 0; n < EVENTS; n += 1)
    await db.transaction((tx) =>
      announce(
        tx,
        queue,
        {
          type: 'project.completed',
          actorId: null,
          subjectId: crypto.randomUUID(),
          data: { title: `Book ${n}` },
        },
        { publisher: publisher.id, designer: designer.id },
      ),
    );
}

const env: NodeJS.ProcessEnv = {
  ...{ NODE_ENV: 'test', LOG_LEVEL: 'info', PATH: process.env['PATH'], BUILD_DIR: 'build-test' },
  ...{ DATABASE_URL: database.url, DB_POOL: '2', APP_ORIGIN: 'http://localhost:1' },
  ...{ MAIL: 'smtp', MAIL_URL: mailbox.url },
};

test(`${EVENTS} events are told of once, whoever dies`, async () => {
  await happenAll();
  const said: string[] = [];
  const began = performance.now();
  let over = false;
  const allDone = until('every job is done', PATIENCE_MS, async () => {
    const [left] = await sql<[{ n: number }]>`
      select count(*)::int as n from pgboss.job where state <> 'completed'`;
    return left.n === 0;
  }).finally(() => (over = true));
  const line = { env, done: () => over, said, patience: PATIENCE_MS };
  const successions = Array.from({ length: WORKERS }, () => succession(line));
  const [ends] = await Promise.all([Promise.all(successions), allDone]);
  const seconds = Math.round((performance.now() - began) / 1000);

  const kills = ends.reduce((sum, end) => sum + end.kills, 0);
  const rows = await sql<{ id: string }[]>`select id from mails where state = 'sent'`;
  const [told] = await sql<[{ notices: number; mails: number; occasions: number }]>`
    select (select count(*) from notifications where mailed_at is not null)::int as notices,
           count(*)::int as mails, count(distinct occasion)::int as occasions from mails`;
  const ids = mailbox.received.map(({ raw }) => /^Message-ID: <([^@>]+)@/im.exec(raw)?.[1] ?? '');
  const doubled = ids.length - new Set(ids).size;
  process.stdout.write(
    `mail: ${EVENTS} events to two, ${kills} kills, ${seconds} s; ${ids.length} mails handed over, ` +
      `${doubled} of them twice, by workers that died between the answer and the mark\n`,
  );
  expect(kills).toBeGreaterThan(KILLS);
  expect(told).toEqual({ notices: 2 * EVENTS, mails: 2 * EVENTS, occasions: 2 * EVENTS });
  // Every mail arrived, and none that nobody wrote.
  expect(new Set(ids)).toEqual(new Set(rows.map(({ id }) => id)));
  expect(rows).toHaveLength(2 * EVENTS);
  // A worker has one mail in hand: a kill doubles at most that one.
  expect(doubled).toBeLessThanOrEqual(kills);
  expect(said.filter((line) => !line.includes('a mail did not go'))).toEqual([]);
  expect(ends.map(({ code }) => code)).toEqual(Array<number>(WORKERS).fill(0));
});
