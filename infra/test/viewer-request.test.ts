/** The function at the edge, run as what it is: a JavaScript file without imports. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';

type Values = Record<string, { value: string; multiValue?: { value: string }[] }>;
type Request = { method: string; uri: string; querystring: Values; headers: Values; cookies: Values };
type Answer = Request & { statusCode?: number };

const source = readFileSync(new URL('../edge/viewer-request.js', import.meta.url), 'utf8');
const { handler, QUERY, SHARED } = runInNewContext(`${source}; ({ handler, QUERY, SHARED })`) as {
  handler: (event: { request: Request }) => Answer;
  QUERY: string[];
  SHARED: RegExp;
};

const values = (plain: Record<string, string>): Values =>
  Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, { value }]));

function ask(
  uri: string,
  more: { method?: string; query?: object; cookies?: object; headers?: object } = {},
) {
  const { method = 'GET', query = {}, cookies = {}, headers = {} } = more;
  const answer = handler({
    request: {
      method,
      uri,
      querystring: values(query as Record<string, string>),
      headers: values(headers as Record<string, string>),
      cookies: values(cookies as Record<string, string>),
    },
  });
  // Out of the other realm, whose objects are never deeply equal to ours.
  return structuredClone(answer);
}

/** What CloudFront makes the key of its cache of: path, query in order, cookies. */
const keyOf = ({ uri, querystring, cookies }: Answer) =>
  JSON.stringify([uri, querystring, cookies], (_, value: unknown) => value);

describe('the cache at the edge', () => {
  test('anonymous readers share one entry, whatever cookies others have given them', () => {
    const plain = keyOf(ask('/covers'));
    for (const cookies of [{ _ga: 'GA1.2' }, { session: 'x', theme: 'dark' }, { 'host-session': 'x' }])
      assert.equal(keyOf(ask('/covers', { cookies })), plain);
  });

  test('nobody with a session is ever given a shared page, nor has a page kept for others', () => {
    const plain = keyOf(ask('/covers'));
    const one = keyOf(ask('/covers', { cookies: { '__Host-session': 'one', _ga: 'x' } }));
    const two = keyOf(ask('/covers', { cookies: { '__Host-session': 'two' } }));
    assert.equal(new Set([plain, one, two]).size, 3);
    assert.match(one, /"__Host-session":\{"value":"one"\}/);
  });

  test('every cookie of ours is a page of its own: flash, sign-in, pictures', () => {
    const plain = keyOf(ask('/'));
    for (const cookies of [
      { '__Host-flash': 'x' },
      { '__Host-oauth2:1f': 'x' },
      { '__Host-return-to': 'x' },
      { '__Host-pictures': 'off' },
    ])
      assert.notEqual(keyOf(ask('/', { cookies })), plain, JSON.stringify(cookies));
  });

  test('every cookie the app sets over https is one of those', () => {
    const app = new URL('../../app/', import.meta.url);
    const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/\.test\.|^testing|^journeys|local\.server/.test(file),
    );
    const named = files.flatMap((file) =>
      [...readFileSync(new URL(file, app), 'utf8').matchAll(/createCookie\(\s*([^,]+),/g)].map(
        ([, name = '']) => [file, name],
      ),
    );
    assert.ok(named.length >= 3);
    for (const [file, name = ''] of named)
      // A name that is made elsewhere is found there: it must begin with the prefix in the same file.
      assert.match(
        /['"`]/.test(name) ? name : readFileSync(new URL(String(file), app), 'utf8'),
        /['"`]__Host-/,
        `${file}: ${name}`,
      );
  });

  test('an address is one page, however its query is written', () => {
    const one = ask('/briefs', { query: { genre: 'crime', after: 'x', utm_source: 'post', q: '' } });
    const two = ask('/briefs', { query: { after: 'x', genre: 'crime' } });
    assert.equal(keyOf(one), keyOf(two));
    assert.deepEqual(Object.keys(one.querystring), ['after', 'genre']);
  });

  test('of two values the first is kept, as the app reads it', () => {
    const request = { method: 'GET', uri: '/covers', headers: {}, cookies: {} };
    const querystring = { genre: { value: 'crime', multiValue: [{ value: 'crime' }, { value: 'romance' }] } };
    assert.deepEqual(structuredClone(handler({ request: { ...request, querystring } })).querystring, {
      genre: { value: 'crime' },
    });
  });

  test('a form, a session and the way to sign in keep their query as it is', () => {
    const query = { code: 'c', state: 's', error: 'e', index: '' };
    for (const answer of [
      ask('/auth/callback', { query }),
      ask('/briefs', { query, method: 'POST' }),
      ask('/briefs', { query, cookies: { '__Host-session': 'x' } }),
      ask('/account/profile', { query }),
    ])
      assert.deepEqual(answer.querystring, values(query));
  });

  test('every page that says it is shared is one the edge knows, with all it reads', () => {
    const routes = new URL('../../app/routes/', import.meta.url);
    const shared = readdirSync(routes).filter((file) =>
      /handle = \{ shared: true\b/.test(readFileSync(new URL(file, routes), 'utf8')),
    );
    assert.ok(shared.length >= 7);
    for (const file of readdirSync(routes)) {
      const path = `/${file
        .replace(/\.tsx$/, '')
        .replace(/_index$/, '')
        .replaceAll('.', '/')}`;
      if (shared.includes(file)) assert.match(path, SHARED, file);
      if (!SHARED.test(path)) continue;
      const text = readFileSync(new URL(file, routes), 'utf8');
      const read = [...text.matchAll(/(?:params|searchParams|query)\.get\('(\w+)'\)/gi)].map(
        ([, key]) => key,
      );
      for (const key of read) assert.ok(QUERY.includes(String(key)), `${file} reads ?${key}=`);
    }
  });
});

describe('the door at the edge', () => {
  test('what only development or a proxy may say goes no further', () => {
    const headers = {
      'x-dev-role': 'admin',
      'x-dev-user-id': 'dev-admin-001',
      'x-forwarded-host': 'evil.example',
      'x-original-url': '/admin',
      'x-rewrite-url': '/admin',
      'x-http-method-override': 'DELETE',
      'x-request-id': 'mine',
      forwarded: 'host=evil.example',
    };
    const kept = {
      host: 'dustjacket.example',
      origin: 'https://dustjacket.example',
      referer: 'https://dustjacket.example/briefs/new',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      'if-none-match': 'W/"x"',
      'user-agent': 'w3m',
      accept: 'text/html',
    };
    const answer = ask('/briefs/new', { method: 'POST', headers: { ...headers, ...kept } });
    assert.deepEqual(answer.headers, values(kept));
  });

  test('odd paths are refused', () => {
    for (const uri of [
      '/../etc/passwd',
      '/covers/..%2f..%2fetc',
      '/%2e%2e/secret',
      '/covers//x',
      '/.git/config',
      '/.env',
      '/a\\b',
      '/a%5Cb',
      '/a%00b',
      '/a%0d%0aSet-Cookie:x',
      '/%252e%252e/',
      'http://evil.example/',
      `/${'a'.repeat(2000)}`,
    ])
      assert.equal(ask(uri).statusCode, 400, uri);
  });

  test('ordinary paths pass, and mistyped ones reach the page that helps', () => {
    for (const uri of [
      '/',
      '/covers/0198-ab_c',
      '/designers/zo%C3%AB',
      '/briefs/1/references/2/320.jpeg',
      '/covers%20',
      '/.well-known/security.txt',
      '/robots.txt',
      '/wp-login.php',
    ])
      assert.equal(ask(uri).statusCode, undefined, uri);
  });

  test('fits into what CloudFront takes, and needs nothing it has not', () => {
    assert.ok(Buffer.byteLength(source) < 10_240, `${Buffer.byteLength(source)} bytes`);
    assert.doesNotMatch(source, /\b(import|export|require|fetch|setTimeout|eval|async|await)\b\s*[({'"]/);
  });
});
