/** What somebody writes in one process is heard by who reads in another, and nothing of it outlasts what it should not. */
import { eq } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { people } from '#db/schema/people.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aConversation } from '#app/testing/conversations.ts';
import { listenTo } from '#app/testing/event-stream.ts';
import { hiddenFields, httpClient, type Client } from '#app/testing/http.ts';
import { aDesigner, aPublisher } from '#app/testing/people.ts';
import { startProduct, type Product } from '#app/testing/server.ts';
import { until } from '#app/testing/until.ts';
import type { Person } from '#app/domain/people/rules.ts';

const database = await testDatabase();
const { db, sql } = database;
const start = () => startProduct({ worker: false, env: { DATABASE_URL: database.url, DB_POOL: '2' } });
const [one, two] = [await start(), await start()];

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

  test('says nothing more to somebody who has signed out, or was suspended', async () => {
    const other = await signedIn(two, designer);
    const [own, third] = [await listen(), await listen({}, other)];
    for (const stream of [own, third]) await stream.hears('said', 'a ferry?');
    await other.form('/auth/sign-out', {});
    await say('Not for a stranger');
    await third.ended;
    await own.hears('said', 'Not for a stranger');
    expect(third.text()).not.toContain('Not for a stranger');
    await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, designer.id));
    await say('Not for somebody suspended');
    await own.ended;
    expect(own.text()).not.toContain('Not for somebody suspended');
    await db.update(people).set({ suspendedAt: null }).where(eq(people.id, designer.id));
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
