/**
 * The edge before the production build: a crowd is answered from the cache, nobody ever gets somebody else's page, and
 * a server that is away is hardly missed.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { freePort } from '#db/embedded.ts';
import { openDiskStorage } from '#app/storage/disk.server.ts';
import { derivativeKey } from '#app/storage/keys.ts';
import { art } from '../corpus.ts';
import { aPublisher } from '../people.ts';
import { send } from '../http.ts';
import { until } from '../until.ts';
import { crowd, dice, openHouse, zipf } from './house.ts';
import { hurry } from './hurry.ts';
import { startEdge } from './nginx.ts';

const PEOPLE = 50;
const figures: [what: string, figure: string][] = [];
afterAll(() =>
  process.stdout.write(figures.map(([what, figure]) => `${what.padEnd(44)} ${figure}\n`).join('')),
);

const house = await openHouse();
const { get, origin, paths, product } = house;
/** Answered without the server being asked, or while it is. */
const KEPT = /^(HIT|STALE|UPDATING)$/;
/** No word of the catalogue is like one of these. */
const NAME = /Qx\d\dzq/g;
const people = await Promise.all(
  Array.from({ length: PEOPLE }, async (_, at) => {
    const name = `Qx${String(at).padStart(2, '0')}zq`;
    return { name, cookie: await house.signIn(await aPublisher(product.db, { name })) };
  }),
);
/** Nothing is kept yet; vitest calls what this returns when the tests are over. */
const newEdge = () => startEdge(house.port, house.app);
const [anybody] = people as [(typeof people)[number]];

describe('a crowd of strangers and of fifty who are signed in', () => {
  beforeAll(newEdge);

  test('everybody gets their own page', async () => {
    const roll = dice(2026);
    const next = zipf(paths, roll);
    const wrong: string[] = [];
    let own = 0;
    const started = performance.now();
    await crowd(10_000, 24, async () => {
      const who = roll() < 0.3 ? people[Math.floor(roll() * PEOPLE)] : undefined;
      const path = roll() < 0.9 ? next() : '/account';
      const page = await get(path, { Cookie: `_ga=GA1.1.77${who ? `; ${who.cookie}` : ''}` });
      if (who) own += 1;
      const names = [...new Set(page.text.match(NAME) ?? [])];
      const right = who
        ? names.length === 1 && names[0] === who.name && page.status === 200
        : names.length === 0;
      const kept = who && page.cache !== 'BYPASS' ? ` ${page.cache}` : '';
      if (!right || kept)
        wrong.push(`${path} for ${who?.name ?? 'a stranger'}: ${page.status} ${names.join()}${kept}`);
    });
    figures.push(['of 10,000 requests, signed in', String(own)]);
    figures.push(['wrong names, or pages kept that may not be', String(wrong.length)]);
    figures.push(['all of them', `${((performance.now() - started) / 1000).toFixed(1)} s`]);
    expect(wrong).toEqual([]);
    expect(own).toBeGreaterThan(2_500);
  });
});

describe('a crowd of strangers', () => {
  beforeAll(newEdge);

  test('at least 95 of 100 are answered from the cache', async () => {
    const roll = dice(7);
    const next = zipf(paths, roll);
    const took: number[] = [];
    let kept = 0;
    await crowd(10_000, 16, async (at) => {
      const path = next();
      const link = `${path}${path.includes('?') ? '&' : '?'}utm_source=letter-${at}`;
      const started = performance.now();
      const page = await get(link, { Cookie: `_ga=GA1.1.${at}` });
      took.push(performance.now() - started);
      expect(page.status).toBe(200);
      if (KEPT.test(page.cache)) kept += 1;
    });
    took.sort((a, b) => a - b);
    figures.push(['of 10,000 strangers over pages', String(paths.length)]);
    figures.push(['answered from the cache', `${(kept / 100).toFixed(2)} %`]);
    figures.push(['median, 99th of 100', `${at(took, 0.5)} ms, ${at(took, 0.99)} ms`]);
    expect(kept).toBeGreaterThanOrEqual(9_500);
  });
});

/** The figure at a share of all, the smallest first. */
const at = (sorted: number[], share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);

describe('what is shared, and with whom', () => {
  beforeAll(newEdge);

  test('signing in and out counts from the next request', async () => {
    await get('/');
    expect((await get('/')).cache).toBe('HIT');
    const inside = await get('/', { Cookie: anybody.cookie });
    expect(inside).toMatchObject({
      status: 200,
      cache: 'BYPASS',
      text: expect.stringContaining(anybody.name),
    });

    const someone = await aPublisher(product.db, { name: 'Qx99zq' });
    const cookie = await house.signIn(someone);
    expect((await get('/covers', { Cookie: cookie })).text).toContain('Qx99zq');
    const out = await send(origin, '/auth/sign-out', {
      method: 'POST',
      headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(out.status).toBe(303);
    const flash = out.cookies.find((line) => line.startsWith('flash='))?.split(';')[0] ?? '';
    const told = await get('/', { Cookie: flash });
    expect([told.cache, told.text.match(NAME)]).toEqual(['BYPASS', null]);
    expect(told.text).toContain('signed out');
    // The message was for them, the page with it too.
    expect((await get('/')).text).not.toContain('signed out');
    // The cookie's copy is worth nothing, from the next request on.
    const again = await get('/covers', { Cookie: cookie });
    expect([again.cache, again.text.match(NAME)]).toEqual(['BYPASS', null]);
  });

  test('one page has one entry, however it is asked for', async () => {
    const first = await get('/covers?genre=crime_thriller&style=typographic');
    expect([first.status, first.cache]).toEqual([200, 'MISS']);
    for (const same of [
      '/covers?style=typographic&genre=crime_thriller',
      '/covers?genre=crime_thriller&style=typographic&utm_source=letter&fbclid=1',
      '/covers?genre=crime_thriller&style=typographic&q=&page=',
    ])
      expect(await get(same), same).toMatchObject({ cache: 'HIT', text: first.text });
    expect((await get('/covers?genre=crime_thriller')).cache).toBe('MISS');
    // The form in the foot leads back to the page itself, without what the edge took away.
    expect(first.text).toContain('/covers?genre=crime_thriller&amp;style=typographic');
  });

  test('who has turned pictures off gets pages of their own, and nobody else without them', async () => {
    const answer = await send(origin, '/pictures', {
      method: 'POST',
      headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'to=off&back=%2Fcovers',
    });
    const cookie = answer.cookies.find((line) => line.includes('pictures='))?.split(';')[0] ?? '';
    expect(cookie).not.toBe('');
    const without = await get('/designers', { Cookie: cookie });
    expect([without.cache, without.text]).toEqual(['BYPASS', expect.stringContaining('Turn pictures on')]);
    expect(await get('/designers')).toMatchObject({
      cache: 'MISS',
      text: expect.stringContaining('Turn pictures off'),
    });
    expect((await get('/designers', { Cookie: cookie })).text).toContain('Turn pictures on');
  });

  test('an answer that sets a cookie, a redirect, and a page that is not there are never kept', async () => {
    for (const path of [
      '/auth/sign-in?to=%2Faccount',
      '/account',
      '/briefs/new',
      '/covers/nothing',
      '/nowhere',
    ]) {
      await get(path);
      expect((await get(path)).cache, path).not.toMatch(KEPT);
    }
  });

  test('a stranger cannot say what only a proxy, or development, may', async () => {
    const said = {
      'X-Dev-Role': 'admin',
      'X-Dev-User-Id': 'dev-admin-001',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'gopher',
      'X-Original-URL': '/admin/users',
      'X-HTTP-Method-Override': 'POST',
      Forwarded: 'host=evil.example',
    };
    const poisoned = await get('/briefs', said);
    expect(poisoned.status).toBe(200);
    expect(poisoned.text).not.toMatch(/evil\.example|gopher/);
    expect(await get('/briefs')).toMatchObject({ cache: 'HIT', text: poisoned.text });
    expect((await get('/admin/users', said)).status).toBe(302);

    const between = await hurry(house.app);
    const port = await freePort();
    onTestFinished(await startEdge(port, between.address));
    await send(`http://localhost:${port}`, '/account', {
      headers: { ...said, 'X-Forwarded-For': '203.0.113.9' },
    });
    const {
      'x-forwarded-for': address,
      'x-forwarded-proto': scheme,
      ...arrived
    } = between.asked.at(-1) ?? {};
    expect(address).toMatch(/^(::1|127\.0\.0\.1)$/);
    expect(scheme).toBe('http');
    expect(Object.keys(arrived).filter((name) => /^(x-|forwarded)/.test(name))).toEqual([]);
  });

  test('files are kept for ever, and for those who are signed in too', async () => {
    const [asset] = (await readdir('build/client/assets')).filter((name) => name.endsWith('.js'));
    const key = derivativeKey('public', '0123456789abcdef01234567', 320, 'jpeg');
    const picture = await art(320, 512).jpeg().toBuffer();
    const storage = openDiskStorage(path.join(product.dataDir, 'storage'));
    await storage.put(key, picture, { contentType: 'image/jpeg' });
    for (const file of [`/assets/${asset}`, `/${key}`]) {
      expect(await get(file, { Cookie: anybody.cookie }), file).toMatchObject({ status: 200, cache: 'MISS' });
      const kept = await get(`${file}?v=2`);
      expect([kept.status, kept.cache], file).toEqual([200, 'HIT']);
      expect(kept.headers.get('Cache-Control'), file).toBe('public, max-age=31536000, immutable');
    }
    expect((await get(`/${key}`)).headers.get('Content-Security-Policy')).toContain('sandbox');
    for (const missing of ['/assets/none.js', '/media/0123456789abcdef01234567/640.jpeg']) {
      await get(missing);
      const again = await get(missing);
      expect([again.status, again.cache], missing).toEqual([404, 'MISS']);
    }
  });

  test('what is kept is still small, revalidated, and as safe as from the server', async () => {
    await get('/');
    const page = await get('/', { 'Accept-Encoding': 'gzip' });
    expect(page.cache).toBe('HIT');
    expect(page.headers.get('Content-Encoding')).toBe('gzip');
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff');
    const known = await get('/', { 'If-None-Match': page.headers.get('ETag') ?? '' });
    expect([known.status, known.text]).toEqual([304, '']);
  });
});

describe('a server that is away', () => {
  test('is not missed on the pages that readers share, and not remembered when it is back', async () => {
    const slow = await hurry(house.app);
    const port = await freePort();
    onTestFinished(await startEdge(port, slow.address));
    const ask = (path: string, cookie?: string) =>
      send(`http://localhost:${port}`, path, { headers: { ...(cookie && { Cookie: cookie }) } });
    const known = await ask('/covers');
    expect(known.status).toBe(200);
    await slow.age();

    for (const [away, unread] of [
      ['gone', '/briefs'],
      ['failing', '/designers'],
    ] as const) {
      slow.become(away);
      const kept = await ask('/covers');
      expect([kept.status, kept.headers['x-cache'], kept.text], away).toEqual([200, 'STALE', known.text]);
      // Nobody has read this one yet, and a page of one's own is nobody else's.
      expect((await ask(unread)).status, away).toBe(503);
      expect((await ask('/covers', anybody.cookie)).status, away).toBe(503);
      slow.become('well');
      expect((await ask(unread)).status, away).toBe(200);
      expect((await ask('/covers', anybody.cookie)).text, away).toContain(anybody.name);
      await slow.age();
    }

    // What has been taken away on purpose is gone.
    slow.become('missing');
    expect((await ask('/covers')).status).toBe(404);
    slow.become('well');
    await until('a fresh page', 5_000, async () => (await ask('/covers')).headers['x-cache'] === 'HIT');
  });
});
