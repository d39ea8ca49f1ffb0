/**
 * Two workers do a thousand jobs, and each is killed again and again, in whatever it does. In the end every picture has
 * its sizes, whole; what uploads left is gone, what pictures need is there; and no job is lost or in hand.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { addImage } from '#app/domain/images/commands.server.ts';
import { pictureKeys, readyKeys } from '#app/domain/images/keys.ts';
import { PICTURE_FORMATS, WIDTHS } from '#app/domain/images/rules.ts';
import { derive } from '#app/imaging/image.server.ts';
import { openDiskStorage } from '#app/storage/disk.server.ts';
import { derivativeKey, mediaPrefix, originalKey } from '#app/storage/keys.ts';
import { images } from '#db/schema/images.server.ts';
import { good } from '../corpus.ts';
import { testDatabase } from '../database.server.ts';
import { aDesigner } from '../people.ts';
import { testQueue } from '../queue.ts';
import { until } from '../until.ts';
import { KILLS, succession } from './cluster.ts';

/** Each is two jobs: its sizes are made, and its files are looked at and stay. */
const PICTURES = 50;
/** Uploads that came to nothing: one job each. */
const LEFT = 900;
const JOBS = 2 * PICTURES + LEFT;
const WORKERS = 2;
const PATIENCE_MS = 3 * 60_000;

const database = await testDatabase();
const { db, sql } = database;
const queue = testQueue(database);
const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-workers-'));
afterAll(() => rm(dir, { recursive: true, force: true }));
const stored = path.join(dir, 'storage');
const storage = openDiskStorage(stored);
const source = await good['small.jpg'](path.join(dir, 'small.jpg'));
const bytes = await readFile(source);
const sha256 = createHash('sha256').update(bytes).digest('hex');

/** What an upload does up to its row. */
async function receive() {
  const id = randomUUID();
  const image = {
    id,
    reach: 'public',
    prefix: mediaPrefix(sha256, id),
    originalKey: originalKey(id, 'jpeg'),
  } as const;
  await queue.enqueue(db, 'image.settle', { imageId: id, keys: pictureKeys(image) });
  await storage.put(image.originalKey, bytes, { contentType: 'image/jpeg' });
  return image;
}

async function enqueueAll() {
  // As short as it may be: what lies here for ten seconds lies for thirty in production.
  await sql`update pgboss.queue set heartbeat_seconds = 10`;
  const designer = await aDesigner(db);
  for (let at = 0; at < LEFT; at += 1) await receive();
  for (let at = 0; at < PICTURES; at += 1) {
    const image = await receive();
    const facts = { originalName: 'small.jpg', bytes: bytes.length, sha256, facts: {} };
    const size = { width: 400, height: 640, colour: '#808080' };
    await db.transaction((tx) => addImage(tx, queue, designer.id, { ...image, ...facts, ...size }));
  }
}

const env: NodeJS.ProcessEnv = {
  ...{ NODE_ENV: 'test', LOG_LEVEL: 'info', PATH: process.env['PATH'], BUILD_DIR: 'build-test' },
  ...{ DATABASE_URL: database.url, DB_POOL: '2', APP_ORIGIN: 'http://localhost:1', DATA_DIR: dir },
  // What a killed worker leaves there goes with the rest.
  ...{ TMPDIR: dir },
};

test(`${JOBS} jobs outlive their workers`, async () => {
  await enqueueAll();
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

  const jobs = await sql<{ name: string; n: number; again: number; retries: number }[]>`
    select name, count(*)::int as n, count(*) filter (where retry_count > 0)::int as again,
           max(retry_count)::int as retries from pgboss.job group by name order by name`;
  const kills = ends.reduce((sum, end) => sum + end.kills, 0);
  const again = jobs.map((each) => `${each.again} ${each.name} up to ${each.retries} times`).join(', ');
  const rows = await db.select().from(images);
  // What is begun has a hidden name beside them: a process that is killed leaves it in a directory, and nothing in S3.
  const files = (await readdir(stored, { recursive: true })).filter((name) => /\/.+\.\w+$/.test(name));
  const named = new Set(rows.flatMap(readyKeys));
  const orphans = files.filter((key) => !named.has(key));
  const missing = [...named].filter((key) => !files.includes(key));
  process.stdout.write(
    `workers: ${JOBS} jobs, ${kills} kills, ${seconds} s; taken again: ${again}; ` +
      `${files.length} files, ${orphans.length} that no row names, ${missing.length} missing\n`,
  );
  expect(jobs.map(({ name, n }) => [name, n])).toEqual([
    ['image.derive', PICTURES],
    ['image.settle', PICTURES + LEFT],
  ]);
  expect(kills).toBeGreaterThan(KILLS);
  expect(jobs.map((each) => each.again).some((n) => n > 0)).toBe(true);
  expect(said).toEqual([]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  expect(rows.map(({ state }) => state)).toEqual(Array(PICTURES).fill('ready'));
  expect([orphans, missing]).toEqual([[], []]);
  // The same picture gives the same files: what nobody disturbed says what each of them should hold.
  await derive(source, { widths: WIDTHS, formats: PICTURE_FORMATS }, async (width, format, expected) => {
    for (const { prefix } of rows) {
      const file = await storage.open(derivativeKey('public', prefix, width, format));
      const whole = file && (await buffer(file.body)).equals(expected);
      expect(whole, `${prefix} at ${width} as ${format}`).toBe(true);
    }
  });
});
