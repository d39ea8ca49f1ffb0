/** What somebody writes in one process is heard by who reads in another, and nothing of it outlasts what it should not. */
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { blocks } from '#db/schema/conversations.server.ts';
import { people } from '#db/schema/people.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aConversation } from '#app/testing/conversations.ts';
import { listenTo } from '#app/testing/event-stream.ts';
import { hiddenFields, httpClient, type Client } from '#app/testing/http.ts';
import { aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { testQueue } from '#app/testing/queue.ts';
import { openRelay } from '#app/testing/relay.ts';
import { startProduct, type Product } from '#app/testing/server.ts';
import { until } from '#app/testing/until.ts';
import type { Person } from '#app/domain/people/rules.ts';
import { actOn } from '#app/domain/people/staff.server.ts';

const database = await testDatabase();
const { db, sql } = database;
/** Between the second process and the database, so that it can be cut. */
const { hostname, port } = new URL(database.url);
const wire = await openRelay({ host: hostname, port: Number(port) });
afterAll(wire.close);
const wired = new URL(database.url);
wired.port = String(wire.port);
const start = (url: string) => startProduct({ worker: false, env: { DATABASE_URL: url, DB_POOL: '2' } });
const [one, two] = [await start(database.url), await start(wired.href)];

const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
const { id } = await aConversation(db, { publisher, designer, said: ['Shall I draw a ferry?'] });
const path = `/messages/${id}`;

async function signedIn({ origin }: Product, person: Person): Promise<Client> {
  const client = httpClient(origin);
  await client.signIn(person);
  return client;
}
const cookieOf = ({ jar }: Client) => [...jar].map((pair) => pair.join('=')).join('; ');

/** The publisher, at one process, says something to the designer. */
const speaker = await signedIn(one, publisher);
const reader = await signedIn(two, designer);
async function say(body: string): Promise<void> {
  const { formToken = '' } = hiddenFields((await speaker.get(path)).text);
  expect((await speaker.form(path, { formToken, body })).status).toBe(303);
}
async function listen(headers: Record<string, string> = {}, client = reader) {
  const stream = await listenTo(two.origin, `${path}/live?since=`, { Cookie: cookieOf(client), ...headers });
  onTestFinished(stream.leave);
  return stream;
}

test('is heard in another process within a second, as the server shows it, to the right person', async () => {
  const stream = await listen();
  expect(stream.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  // What was there already, then what comes.
  await stream.hears('said', 'a ferry?');
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    await say(`A lighthouse <b>${turn}</b>`);
    const sent = performance.now();
    const heard = await stream.hears('said', `A lighthouse &lt;b&gt;${turn}`);
    times.push(Math.round(heard.at - sent));
  }
  process.stdout.write(`live: heard ${times.join(', ')} ms after the form was answered\n`);
  expect(Math.max(...times)).toBeLessThan(1_000);
  // A signal that somebody writes is passed on, and kept nowhere.
  await speaker.form(`${path}/typing`, {});
  expect((await stream.hears('typing', 'Paula Imprint')).data).toBe('Paula Imprint');
  stream.leave();
});

test('comes late, but comes, to who was away: the stream goes on where it was', async () => {
  const before = await listen();
  const { id: place } = await before.hears('said', 'a ferry?');
  before.leave();
  await say('While you were away');
  const after = await listen({ 'Last-Event-ID': place ?? '' });
  const { data } = await after.hears('said', 'While you were away');
  expect(data).not.toContain('a ferry?');
  after.leave();
});

describe('a stream', () => {
  test('of several takes no connection of the pool, and all share one that listens', async () => {
    const streams = await Promise.all(Array.from({ length: 6 }, () => listen()));
    for (const stream of streams) await stream.hears('said', 'a ferry?');
    const [{ n: listening } = { n: 0 }] = await sql<{ n: number }[]>`
      select count(*)::int n from pg_stat_activity where application_name = 'dustjacket-live' and datname = current_database()`;
    expect(listening).toBe(1);
    // With six streams open and a pool of two, pages come as before.
    expect((await reader.get(path)).status).toBe(200);
    const refused = await listen();
    expect(refused.status).toBe(429);
    for (const stream of streams) stream.leave();
    await until('their places are free again', 5_000, async () => {
      const again = await listen();
      again.leave();
      return again.status === 200;
    });
  });

  test('hears again after the database has broken the connection, and what was said meanwhile', async () => {
    const stream = await listen();
    await stream.hears('said', 'a ferry?');
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'dustjacket-live' and datname = current_database()`;
    await say('Said while nobody listened');
    await stream.hears('said', 'Said while nobody listened');
    await say('Said to who listens again');
    await stream.hears('said', 'Said to who listens again');
    await two.logged({ msg: 'nothing is heard of what others write, until the database is back' });
    stream.leave();
  });

  test('outlives a database that goes away: nothing said meanwhile is lost, and what is said then comes as fast as ever', async () => {
    const stream = await listen();
    await stream.hears('said', 'a ferry?');
    await wire.cut();
    // The other process still reaches it.
    await say('Said while the database was away');
    expect((await reader.get(path)).status).toBe(503);
    await wire.mend();
    const back = performance.now();
    const missed = await stream.hears('said', 'Said while the database was away');
    await say('Said when it was back');
    const sent = performance.now();
    const heard = await stream.hears('said', 'Said when it was back');
    const times = [missed.at - back, heard.at - sent].map(Math.round);
    process.stdout.write(
      `live: ${times.join(' and ')} ms after the database was back, and after the next form\n`,
    );
    expect(Math.max(...times)).toBeLessThan(1_000);
    expect((await reader.get(path)).text).toContain('Said while the database was away');
    for (const told of [/"msg":"outage"/, /"status":503/]) await two.fault(told);
    stream.leave();
  });

  test('ends at once for who has signed out, and for who is suspended', async () => {
    const other = await signedIn(two, designer);
    const [own, third] = [await listen(), await listen({}, other)];
    for (const stream of [own, third]) await stream.hears('said', 'a ferry?');
    const times: number[] = [];
    const gone = async (stream: typeof own) => {
      const done = performance.now();
      await stream.ended;
      times.push(Math.round(performance.now() - done));
    };
    await other.form('/auth/sign-out', {});
    await gone(third);
    // At another browser the same person is still signed in.
    await say('Not for a stranger');
    await own.hears('said', 'Not for a stranger');
    expect(third.text()).not.toContain('Not for a stranger');
    const suspended = {
      act: 'suspend',
      was: 'designer active',
      reason: 'To see what becomes of a stream.',
    } as const;
    const at = { now: new Date(), today: '2026-11-21' };
    await actOn(db, testQueue(database), await anAdmin(db), designer.id, suspended, at);
    await gone(own);
    process.stdout.write(`live: ended ${times.join(' and ')} ms after sign-out and suspension\n`);
    expect(Math.max(...times)).toBeLessThan(1_000);
    await db.update(people).set({ suspendedAt: null }).where(eq(people.id, designer.id));
    await reader.signIn(designer);
  });

  test('goes on for who was blocked, to whom that is not told, and has nothing new to say', async () => {
    const stream = await listen();
    await stream.hears('said', 'a ferry?');
    const { formToken = '' } = hiddenFields((await speaker.get(path)).text);
    await db.insert(blocks).values({ personId: publisher.id, blockedId: designer.id });
    await speaker.form(`${path}/typing`, {});
    expect((await speaker.form(path, { formToken, body: 'To somebody blocked' })).status).toBe(403);
    await db.delete(blocks);
    await say('When the block was taken back');
    await stream.hears('said', 'When the block was taken back');
    expect(stream.text()).not.toMatch(/To somebody blocked|event: typing/);
    stream.leave();
  });

  test('ends at once with its server, which goes as fast as ever', async () => {
    const stream = await listen();
    await stream.hears('said', 'a ferry?');
    const told = performance.now();
    const [stopped] = await Promise.all([two.stop(), stream.ended]);
    expect(stopped).toBeUndefined();
    expect(performance.now() - told).toBeLessThan(5_000);
    expect(stream.text()).toMatch(/^retry: \d{4}\n\n/);
  });
});
