/**
 * What users are given, built and started as they would: nobody can say who they are, a crowd is answered from
 * memory, and a set-up that must not run does not.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { images } from '#db/schema/images.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { openSession } from '#app/auth/session.server.ts';
import { readConfig } from '#app/config.server.ts';
import { art } from '#app/testing/corpus.ts';
import { send } from '#app/testing/http.ts';
import { aBrief, aDesigner, aPiece, aPublisher } from '#app/testing/people.ts';
import { derivativeKey } from '#app/storage/keys.ts';
import { openDiskStorage } from '#app/storage/disk.server.ts';
import { smoke } from '#app/testing/smoke/run.ts';
import { productionBuild, refusedStart, startProduct } from '#app/testing/server.ts';

const build = await productionBuild();
const settings = {
  ...{ NODE_ENV: 'production', BUILD_DIR: build, STORAGE: 'disk' },
  ...{ MAIL: 'smtp', MAIL_URL: 'smtp://localhost:1', MAIL_FROM: 'post@dustjacket.example' },
  SESSION_SECRETS: 'a secret of the tests and of nothing else',
  ...{ COGNITO_DOMAIN: 'dustjacket', COGNITO_USER_POOL_ID: 'eu-west-1_Test', COGNITO_CLIENT_ID: 'test' },
};
const product = await startProduct({ env: settings, worker: false });
const { db, origin } = product;
const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
const piece = await aPiece(db, designer);
const brief = await aBrief(db, publisher);

const get = (at: string, headers: Record<string, string> = {}) => send(origin, at, { headers });

describe('development sign-in', () => {
  test('is not in the bundle', async () => {
    const files = await readdir(path.join(build, 'server'), { recursive: true });
    const bundles = files.filter((file) => file.endsWith('.js'));
    expect(bundles).not.toEqual([]);
    for (const file of bundles) {
      const code = await readFile(path.join(build, 'server', file), 'utf8');
      expect(code.match(/x-dev-(role|user-id)|dev-signed-out|DevelopmentStrategy/gi), file).toBeNull();
    }
  });

  test.each(['admin', 'hiring_user', 'designer'])('X-Dev-Role: %s is nobody', async (role) => {
    const headers = { 'X-Dev-Role': role, 'X-Dev-User-Id': designer.subject };
    for (const at of ['/portfolio', '/briefs/mine', '/account/profile']) {
      const signIn = `/auth/sign-in?to=${encodeURIComponent(at)}`;
      expect(await get(at, headers)).toMatchObject({ status: 302, location: signIn });
    }
    // A cookie, so that it is rendered for this request.
    const front = await get('/', { ...headers, Cookie: 'some=1' });
    expect(front.text).toBe((await get('/', { Cookie: 'some=1' })).text);
  });

  test('has no page, and nothing leads to one', async () => {
    expect((await get('/dev/sign-in')).status).toBe(404);
    const body = 'person=dev-admin-001&to=%2F';
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin };
    const posted = await send(origin, '/dev/sign-in', { method: 'POST', headers, body });
    expect([posted.status, posted.cookies]).toEqual([404, []]);
    for (const at of [
      '/',
      '/covers',
      '/designers',
      '/briefs',
      `/briefs/${brief.id}`,
      '/portfolio',
      '/nowhere',
    ])
      expect((await get(at)).text.match(/"\/dev\/[^"]*"/gi), at).toBeNull();
  });
});

test('passes the smoke test of a deployment, but for plain http', async () => {
  const [image] = await db.select().from(images).where(eq(images.id, piece.imageId));
  const picture = await art(320, 512).jpeg().toBuffer();
  const storage = openDiskStorage(path.join(product.dataDir, 'storage'));
  const key = derivativeKey('public', image?.prefix ?? '', 320, 'jpeg');
  await storage.put(key, picture, { contentType: 'image/jpeg' });
  const { table } = await smoke(origin, '--production', '--assets', path.join(build, 'client/assets'));
  const { kind, ...found } = table;
  expect(kind).toBe('FAILS production, http');
  expect(Object.entries(found).filter(([, verdict]) => !verdict.startsWith('ok'))).toEqual([]);
  expect(found['a picture']).toMatch(/KB, may be kept for ever$/);
  expect(found['sign-in']).toBe('ok dustjacket.auth.eu-west-1.amazoncognito.com, code with PKCE and state');
});

describe('a page that is the same for everyone', () => {
  const pages = ['/', '/covers', `/covers/${piece.id}`, '/designers', '/briefs', `/briefs/${brief.id}`];

  /** Changes what every one of these pages says, where this process does not notice. → a word they now have. */
  let changes = 0;
  async function change(): Promise<string> {
    const word = `Unheard${++changes}of`;
    await db.update(pieces).set({ title: word, shownAt: new Date() });
    await db.update(briefs).set({ title: word, publishedAt: new Date() });
    await aPiece(db, await aDesigner(db, { name: word }), { title: word });
    return word;
  }

  test.each(pages)('%s is kept for readers without a cookie, and for them alone', async (at) => {
    const first = await get(at);
    expect([first.status, first.headers['cache-control']]).toEqual([200, expect.stringMatching(/^public/)]);
    const word = await change();
    const second = await get(at);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect(second.text).toBe(first.text);
    expect(second.text).not.toContain(word);
    expect((await get(at, { 'If-None-Match': String(first.headers['etag']) })).status).toBe(304);
    // Twice: the first of them has just been rendered, and could be kept as well.
    expect((await get(at, { Cookie: 'some=1' })).text).toContain(word);
    const next = await change();
    expect((await get(at, { Cookie: 'some=1' })).text).toContain(next);
  });

  describe('read by somebody who is signed in', () => {
    let cookie = '';
    beforeAll(async () => {
      const config = readConfig({ ...settings, DATABASE_URL: product.url, APP_ORIGIN: origin });
      const set = await openSession(db, config, new Request(origin), designer, new Date());
      cookie = set.slice(0, set.indexOf(';'));
    });

    test.each(pages)('%s is not kept', async (at) => {
      // An address nobody has read yet.
      const fresh = `${at}?reader=${designer.id}`;
      const own = await get(fresh, { Cookie: cookie });
      expect([own.status, own.headers['cache-control']]).toEqual([200, 'private, no-cache']);
      expect(own.text).toContain('href="/portfolio"');
      const other = await get(fresh);
      expect(other.text).not.toContain('href="/portfolio"');
    });
  });
});

describe('a set-up that must not run says so in one line', () => {
  const complete = { ...settings, PORT: '0', APP_ORIGIN: 'http://localhost:9', DATABASE_URL: product.url };
  const { SESSION_SECRETS: _, ...secretless } = complete;

  test.each([
    ['development sign-in', { ...complete, AUTH_MODE: 'dev' }, 'AUTH_MODE'],
    ['no secret', secretless, 'SESSION_SECRETS'],
    ['a short secret', { ...complete, SESSION_SECRETS: 'short' }, 'SESSION_SECRETS'],
  ])('%s', async (_name, env, setting) => {
    const { code, lines } = await refusedStart(env);
    expect(lines).toEqual([expect.stringMatching(`^dustjacket cannot start: ${setting}: `)]);
    expect(code).toBe(1);
  });
});
