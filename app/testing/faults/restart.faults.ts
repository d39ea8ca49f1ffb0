/** Two servers behind a load balancer are replaced, one after the other, and nobody who reads or sends notices. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { good } from '../corpus.ts';
import { testDatabase } from '../database.server.ts';
import { hiddenFields, httpClient, multipart, type Answer } from '../http.ts';
import { startProduct } from '../server.ts';
import { openBalancer } from './balancer.ts';

const CLIENTS = 32;
const PAGES = ['/covers', '/designers', '/briefs', '/briefs/mine', '/account', '/'];

const database = await testDatabase();
const dataDir = await mkdtemp(path.join(tmpdir(), 'dustjacket-restart-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const balancer = await openBalancer();
afterAll(balancer.close);

const startServer = async () => {
  const server = await startProduct({
    worker: false,
    env: {
      ...{ DATABASE_URL: database.url, DATA_DIR: dataDir, APP_ORIGIN: balancer.origin },
      ...{ TRUSTED_PROXY_HOPS: '1', SESSION_SECRETS: 'of two servers that are replaced in turn' },
    },
  });
  await balancer.add(server.origin);
  return server;
};

test('nobody notices that two servers are replaced', async () => {
  const first = [await startServer(), await startServer()];
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, at) => {
      const client = httpClient(balancer.origin);
      await client.signIn({ subject: `restart-${at}`, role: 'hiring_user' });
      return client;
    }),
  );
  let requests = 0;
  let posts = 0;
  const failures: string[] = [];
  const judge = (what: string, expected: number, answer: Answer | Error) => {
    requests += 1;
    if (answer instanceof Error || answer.status !== expected)
      failures.push(
        `${what}: ${answer instanceof Error ? String(answer) : `${answer.status} ${answer.text.slice(0, 200)}`}`,
      );
  };
  let working = true;
  const work = clients.map(async (client, at) => {
    for (let turn = at; working; turn += 1) {
      const page = PAGES[turn % PAGES.length] ?? '/';
      judge(page, 200, await client.get(page).catch((fault: Error) => fault));
      if (turn % 8 === 0) {
        const { text } = await client.get('/briefs/new');
        const fields = { ...hiddenFields(text), title: `Restart ${at}/${turn}` };
        judge('a form', 303, await client.form('/briefs/new', fields).catch((fault: Error) => fault));
        posts += 1;
      }
      // As people do, who are not a load generator.
      await sleep(200);
    }
  });

  const exits: number[] = [];
  let upload: Promise<number> | undefined;
  for (const server of first) {
    await sleep(2_000);
    upload ??= slowUpload();
    await sleep(500);
    const start = performance.now();
    // It fails for another exit code than 0, and for a fault in the log.
    const stopped = server.stop().then(() => exits.push(Math.round(performance.now() - start)));
    const successor = startServer();
    await Promise.all([stopped, successor]);
    balancer.remove(server.origin);
  }
  await sleep(2_000);
  const uploaded = await upload;
  working = false;
  await Promise.all(work);

  process.stdout.write(
    `restart: ${requests} requests, ${posts} of them forms, ${failures.length} failed; exits after ${exits.join(' and ')} ms\n`,
  );
  expect(failures.slice(0, 5)).toEqual([]);
  expect(requests).toBeGreaterThan(500);
  expect(Math.max(...exits)).toBeLessThan(20_000);
  expect(uploaded).toBe(303);
  expect(await database.db.$count(briefs)).toBe(posts);
  expect(await database.db.$count(pieces, eq(pieces.title, ''))).toBe(1);
});

/** Somebody on a slow line, who begins before a server is told to stop and ends six seconds later. → the status. */
async function slowUpload(): Promise<number> {
  const designer = httpClient(balancer.origin);
  await designer.signIn({ subject: 'dev-designer-001', role: 'designer' });
  const fields = Object.entries(hiddenFields((await designer.get('/portfolio/new')).text));
  const bytes = await readFile(await good['cover.webp'](path.join(dataDir, 'cover.webp')));
  const body = multipart('slow', fields, { field: 'file', name: 'cover.webp', bytes });
  const headers = {
    ...{ Origin: balancer.origin, 'Content-Type': 'multipart/form-data; boundary=slow' },
    ...{
      'Content-Length': body.byteLength,
      Cookie: [...designer.jar].map((pair) => pair.join('=')).join('; '),
    },
  };
  const request = http.request(`${balancer.origin}/portfolio/new`, { method: 'POST', headers });
  const answered = new Promise<number>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (answer) => resolve(answer.resume().statusCode ?? 0));
  });
  const parts = 12;
  const size = Math.ceil(body.byteLength / parts);
  for (let at = 0; at < body.byteLength; at += size) {
    request.write(body.subarray(at, at + size));
    await sleep(500);
  }
  request.end();
  return answered;
}
