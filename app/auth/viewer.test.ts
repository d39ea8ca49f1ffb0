import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { people, sessions } from '#db/schema/people.server.ts';
import { readConfig } from '../config.server.ts';
import { Invalid } from '../domain/errors.ts';
import type { Services } from '../services.server.ts';
import { testDatabase } from '../testing/database.server.ts';
import { aPublisher } from '../testing/people.ts';
import { signedOutCookie } from './local.server.ts';
import { endSession, openSession } from './session.server.ts';
import { findViewer, signInPath } from './viewer.server.ts';

const { db, url } = await testDatabase();
const now = new Date('2031-05-01T12:00:00Z');
const development = readConfig({ DATABASE_URL: url, NODE_ENV: 'test' });
const production = readConfig({
  ...{ DATABASE_URL: url, NODE_ENV: 'production', APP_ORIGIN: 'https://dustjacket.example' },
  ...{ SESSION_SECRETS: 's'.repeat(32), STORAGE: 'disk' },
  ...{ MAIL: 'smtp', MAIL_URL: 'smtp://localhost:1', MAIL_FROM: 'post@dustjacket.example' },
  ...{ COGNITO_DOMAIN: 'dustjacket', COGNITO_USER_POOL_ID: 'eu-west-1_x', COGNITO_CLIENT_ID: 'c' },
});

const asking = (headers: Record<string, string> = {}) => new Request('http://localhost/', { headers });
const viewer = (config: Services['config'], headers?: Record<string, string>, at = now) =>
  findViewer({ db, config } as Services, asking(headers), at);
const pairOf = (setCookie: string) => setCookie.split(';')[0] ?? '';

describe('in development', () => {
  test('nobody in particular is the member of staff', async () => {
    expect(await viewer(development)).toMatchObject({ subject: 'dev-admin-001', role: 'admin' });
  });

  test('headers say who, and make them at first use', async () => {
    const headers = { 'X-Dev-Role': 'designer', 'X-Dev-User-Id': 'someone.new' };
    expect(await viewer(development, headers)).toMatchObject({ subject: 'someone.new', role: 'designer' });
    const claim = { ...headers, 'X-Dev-Role': 'admin' };
    expect(await viewer(development, claim)).toMatchObject({ role: 'designer' });
  });

  test('a role alone is the person of that role', async () => {
    expect(await viewer(development, { 'X-Dev-Role': 'hiring_user' })).toMatchObject({
      subject: 'dev-hiring-001',
    });
  });

  test.each([
    ['a role there is not', { 'X-Dev-Role': 'root' }],
    ['an id that is none', { 'X-Dev-User-Id': '../etc' }],
  ])('%s is refused in a sentence', async (_what, headers) => {
    await expect(viewer(development, headers)).rejects.toThrow(Invalid);
  });

  test('a session that has ended is nobody, and not the member of staff', async () => {
    const person = await aPublisher(db);
    const cookie = { Cookie: pairOf(await openSession(db, development, asking(), person, now)) };
    expect(await viewer(development, cookie)).toMatchObject({ id: person.id });
    await endSession(db, development, asking(cookie));
    expect(await viewer(development, cookie)).toBeNull();
  });

  test('one can be signed out', async () => {
    const cookie = pairOf(await signedOutCookie.serialize('1'));
    expect(await viewer(development, { Cookie: cookie })).toBeNull();
  });
});

describe('a session', () => {
  test('is known by its cookie alone, until it ends', async () => {
    const person = await aPublisher(db);
    const set = await openSession(db, production, asking(), person, now);
    expect(set).toMatch(/^__Host-session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const cookie = { Cookie: pairOf(set) };
    expect(await viewer(production, cookie)).toMatchObject({ id: person.id });

    await endSession(db, production, asking(cookie));
    expect(await viewer(production, cookie)).toBeNull();
  });

  test('is a hash in its row', async () => {
    const person = await aPublisher(db);
    const set = decodeURIComponent(pairOf(await openSession(db, production, asking(), person, now)));
    const id = JSON.parse(Buffer.from(set.split('=').slice(1).join('='), 'base64').toString()) as string;
    const [row] = await db.select().from(sessions).where(eq(sessions.personId, person.id));
    expect(id).toHaveLength(43);
    expect(JSON.stringify(row)).not.toContain(id);
  });

  test('runs out', async () => {
    const set = await openSession(db, production, asking(), await aPublisher(db), now);
    const later = new Date(now.getTime() + 8 * 24 * 3600 * 1000);
    expect(await viewer(production, { Cookie: pairOf(set) }, later)).toBeNull();
  });

  test('of somebody suspended is nobody, from the next request on', async () => {
    const person = await aPublisher(db);
    const cookie = { Cookie: pairOf(await openSession(db, production, asking(), person, now)) };
    await db.update(people).set({ suspendedAt: now }).where(eq(people.id, person.id));
    expect(await viewer(production, cookie)).toBeNull();
  });

  test('gets a new id at each sign-in, and the old one is worth nothing', async () => {
    const person = await aPublisher(db);
    const old = { Cookie: pairOf(await openSession(db, production, asking(), person, now)) };
    const set = await openSession(db, production, asking(old), person, now);
    expect(pairOf(set)).not.toBe(old.Cookie);
    expect(await viewer(production, old)).toBeNull();
  });
});

test('production knows no development headers, and sends people to its own sign-in', async () => {
  expect(await viewer(production, { 'X-Dev-Role': 'admin' })).toBeNull();
  expect(signInPath(production, '/briefs')).toBe('/auth/sign-in?to=%2Fbriefs');
  expect(signInPath(development, '/briefs?q=a b')).toBe('/dev/sign-in?to=%2Fbriefs%3Fq%3Da%20b');
});
