import { eq } from 'drizzle-orm';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { sessions } from '#db/schema/people.server.ts';
import { readConfig } from '../config.server.ts';
import { openLog } from '../log.server.ts';
import { testDatabase } from '../testing/database.server.ts';
import { aPublisher } from '../testing/people.ts';
import { listDevices, openSession, readSession } from './session.server.ts';

const statements: string[] = [];
const { db, url, sql } = await testDatabase({ onQuery: (query) => void statements.push(query) });
const config = readConfig({ DATABASE_URL: url, NODE_ENV: 'test' });
const log = openLog({ ...config, logLevel: 'silent' });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const start = new Date('2031-05-01T12:00:00Z');
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);

/** A browser that has just signed in. */
async function browser(userAgent = 'w3m/0.5.3') {
  const person = await aPublisher(db);
  const signIn = new Request('http://localhost/', { headers: { 'User-Agent': userAgent } });
  const set = await openSession(db, config, signIn, person, start);
  const request = new Request('http://localhost/', { headers: { Cookie: set.split(';')[0] ?? '' } });
  const visit = (at: number) => readSession({ db, config, log }, request, after(at));
  const seenAt = async () => {
    const [row] = await db.select().from(sessions).where(eq(sessions.personId, person.id));
    return row?.seenAt;
  };
  return { person, request, visit, seenAt };
}

describe('a session that nobody uses', () => {
  test('is alive a moment before a day is over, and not when it is', async () => {
    const { person, visit } = await browser();
    expect(await visit(24 * HOUR)).toBeNull();
    expect(await visit(24 * HOUR - 1)).toMatchObject({ id: person.id });
  });
});

describe('a session in use', () => {
  test('ends a week after sign-in all the same', async () => {
    const { person, visit } = await browser();
    const until = 7 * 24 * HOUR;
    await db
      .update(sessions)
      .set({ seenAt: after(until - HOUR) })
      .where(eq(sessions.personId, person.id));
    expect(await visit(until - 1)).toMatchObject({ id: person.id });
    expect(await visit(until)).toBeNull();
  });

  test('costs one query, and one more every ten minutes', async () => {
    const { visit, seenAt } = await browser();
    const queries = async (at: number) => {
      const known = statements.length;
      await visit(at);
      return statements.slice(known).map((statement) => statement.split(' ')[0]);
    };
    expect(await queries(10 * MINUTE - 1)).toEqual(['select']);
    expect(await seenAt()).toEqual(start);

    expect(await queries(10 * MINUTE)).toEqual(['select', 'update']);
    await vi.waitFor(async () => expect(await seenAt()).toEqual(after(10 * MINUTE)));

    expect(await queries(20 * MINUTE - 1)).toEqual(['select']);
  });

  test('lives on from visit to visit', async () => {
    const { person, visit, seenAt } = await browser();
    for (const day of [0.9, 1.8, 2.7]) {
      expect(await visit(day * 24 * HOUR)).toMatchObject({ id: person.id });
      await vi.waitFor(async () => expect(await seenAt()).toEqual(after(day * 24 * HOUR)));
    }
  });

  test('is the reader’s even when the visit cannot be written down', async () => {
    const { person, visit } = await browser();
    await sql`create function refuse() returns trigger language plpgsql as 'begin raise ''read-only''; end'`;
    await sql`create trigger refuse before update on sessions execute function refuse()`;
    onTestFinished(async () => void (await sql`drop trigger refuse on sessions`));
    const warned = vi.spyOn(log, 'warn');
    expect(await visit(HOUR)).toMatchObject({ id: person.id });
    await vi.waitFor(() => expect(warned).toHaveBeenCalledOnce());
  });
});

test('devices have names, and the one that asks is marked', async () => {
  const { person, request } = await browser('Lynx/2.9.0 libwww-FM/2.14');
  const other = new Request('http://localhost/', { headers: { 'User-Agent': 'curl/8.1.0' } });
  await openSession(db, config, other, person, after(MINUTE));
  expect(await listDevices(db, config, request, person, after(HOUR))).toMatchObject([
    { device: 'Lynx', current: true, signedInAt: start, seenAt: start },
    { device: 'curl', current: false, signedInAt: after(MINUTE) },
  ]);
});
