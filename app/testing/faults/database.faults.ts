/** PostgreSQL is stopped under load and started again: who reads waits for it, who sends loses nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { hiddenFields, httpClient, send, type Answer } from '../http.ts';
import { startProduct } from '../server.ts';
import { until } from '../until.ts';
import { openCluster } from './cluster.ts';

const READERS = 8;
const SENDERS = 4;
const PAGES = ['/covers', '/designers', '/briefs', '/briefs/mine', '/account', '/'];
const ROUNDS = 3;

const cluster = await openCluster();
const product = await startProduct({ worker: false, env: { DATABASE_URL: cluster.url, DB_POOL: '5' } });
const { origin } = product;

const person = async (subject: string) => {
  const client = httpClient(origin);
  await client.signIn({ subject, role: 'hiring_user' });
  return client;
};

test('a restart of the database fails nobody who reads, and no form is lost or taken twice', async () => {
  const readers = await Promise.all(Array.from({ length: READERS }, (_, at) => person(`reader-${at}`)));
  const senders = await Promise.all(Array.from({ length: SENDERS }, (_, at) => person(`sender-${at}`)));
  let working = true;

  const latencies: number[] = [];
  const failures: string[] = [];
  const reading = readers.map(async (reader, at) => {
    for (let turn = at; working; turn += 1) {
      const page = PAGES[turn % PAGES.length] ?? '/';
      const asked = performance.now();
      const { status } = await reader.get(page).catch(() => ({ status: 0 }));
      latencies.push(performance.now() - asked);
      if (status !== 200) failures.push(`${page}: ${status}`);
      await sleep(50);
    }
  });

  const sent: string[] = [];
  const odd: string[] = [];
  let again = 0;
  const sending = senders.map(async (sender, at) => {
    for (let turn = 0; working; turn += 1) {
      const form = hiddenFields((await sender.get('/briefs/new')).text);
      const fields = { ...form, title: `Stopped ${at}/${turn}` };
      const post = () => sender.form('/briefs/new', fields);
      let answer: Answer = await post();
      // The same form with the same token, as the page with the 503 offers.
      for (let tries = 0; answer.status === 503 && tries < 40; tries += 1) {
        again += 1;
        await sleep(250);
        answer = await post();
      }
      if (answer.status === 303) sent.push(fields.title);
      else odd.push(`${fields.title}: ${answer.status}`);
      await sleep(250);
    }
  });

  const away = await cluster.restart(ROUNDS);
  // A form that waits is not refused: until one is, nothing has been seen of that.
  while (again === 0 && away.length < 10) away.push(...(await cluster.restart(1)));
  await sleep(2_000);
  working = false;
  await Promise.all([...reading, ...sending]);
  await until('ready', 10_000, async () => (await send(origin, '/ready')).status === 200);

  const { db, close } = openDatabase({ ...cluster.config, pool: 1 });
  const titles = (await db.select({ title: briefs.title }).from(briefs)).map(({ title }) => title);
  await close();
  process.stdout.write(
    `database away for ${away.join(', ')} ms: ${latencies.length} reads, ${failures.length} failed, the slowest ` +
      `${Math.round(Math.max(...latencies))} ms; ${sent.length} forms, ${again} times sent again, ${titles.length} in the database\n`,
  );
  if (again > 0) {
    await product.fault(/"msg":"outage"/);
    await product.fault(/"status":503/);
  }
  expect(failures).toEqual([]);
  expect(odd).toEqual([]);
  expect(again).toBeGreaterThan(0);
  expect(titles.sort()).toEqual(sent.sort());
});
