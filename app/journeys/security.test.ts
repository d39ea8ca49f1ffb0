/**
 * What every answer carries and no answer tells, asked as a stranger would: on the public origin of a deployment, which
 * is https, through the port behind its proxy.
 */
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { describe, expect, test } from 'vitest';
import { send, type Answer } from '#app/testing/http.ts';
import { aBrief, aDesigner, aPublisher } from '#app/testing/people.ts';
import { startProduct } from '#app/testing/server.ts';

const ORIGIN = 'https://dustjacket.test';
const product = await startProduct({ env: { APP_ORIGIN: ORIGIN, TRUSTED_PROXY_HOPS: '1' }, worker: false });
const [publisher, designer] = [await aPublisher(product.db), await aDesigner(product.db)];
const brief = await aBrief(product.db, publisher, { state: 'draft', publishedAt: null });

type Asking = { method?: string; headers?: Record<string, string>; body?: string };
const ask = (path: string, { headers, ...rest }: Asking = {}) =>
  send(product.origin, path, { ...rest, headers: { Cookie: 'dev-signed-out=IjEi', ...headers } });
const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: ORIGIN, ...headers },
    body: new URLSearchParams(fields).toString(),
  });

/** Signs in. → the Cookie header, and the answer. */
async function signIn({ subject, role }: { subject: string; role: string }, jar = '') {
  const answer = await form('/dev/sign-in', { person: 'other', subject, role, to: '/' }, { Cookie: jar });
  const cookie = answer.cookies.find((line) => line.startsWith('__Host-session='))?.split(';')[0] ?? '';
  return { answer, cookie };
}

const ANSWERS: [what: string, path: string, asking: Asking, status: number][] = [
  ['a page', '/', {}, 200],
  ['a list', '/covers', {}, 200],
  ['a page there is not', '/nowhere', {}, 404],
  ['a page that is not for everyone', '/portfolio', { headers: { 'X-Dev-Role': 'admin' } }, 403],
  ['a redirect', '/portfolio', {}, 302],
  ['a form that was refused', '/dev/sign-in', { method: 'POST', headers: { Origin: ORIGIN } }, 400],
  ['a form from elsewhere', '/pictures', { method: 'POST', headers: { Origin: 'https://a.example' } }, 403],
  ['a method nobody takes', '/covers', { method: 'PUT', headers: { Origin: ORIGIN } }, 405],
  ['a file', '/favicon.svg', {}, 200],
  ['a text', '/robots.txt', {}, 200],
  ['an asset there is not', '/assets/none.css', {}, 404],
  ['a picture there is not', '/media/none', {}, 404],
  ['an endpoint of the framework', '/covers.data', {}, 404],
  ['an address that is none', '/%FF', {}, 400],
  ['health', '/health', {}, 200],
  ['readiness', '/ready', {}, 200],
];

describe('every answer', () => {
  test.each(ANSWERS)('%s is protected', async (_, path, asking, status) => {
    const answer = await ask(path, asking);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    const policy = String(answer.headers['content-security-policy']).split('; ');
    for (const directive of ['default-src', 'object-src', 'base-uri', 'frame-ancestors'])
      expect(policy).toContain(`${directive} 'none'`);
    expect(policy.filter((directive) => directive.startsWith('script-src'))).toEqual([]);
    expect(answer.headers['x-powered-by']).toBeUndefined();
    if (answer.bytes.length > 0 && status !== 302)
      expect(answer.headers['content-type']).toMatch(/^[a-z]+\/[a-z+-]+(; charset=utf-8)?$/i);
  });

  test.each(ANSWERS)('%s is for no other site', async (_, path, asking) => {
    const answer = await ask(path, {
      ...asking,
      headers: { ...asking.headers, Referer: 'https://a.example/' },
    });
    const allowed = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
    expect(allowed).toEqual([]);
    expect(
      (await ask(path, { method: 'OPTIONS', headers: { Origin: 'https://a.example' } })).headers,
    ).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('cookies', () => {
  const strict = (answer: Answer) =>
    answer.cookies
      // Development's own; production has neither the cookie nor the module that sets it.
      .filter((line) => !line.startsWith('dev-signed-out='))
      .map((line) => [
        line.split('=')[0],
        ...line
          .split('; ')
          .slice(1)
          .filter((one) => !/^(Max-Age|Expires)/.test(one)),
      ]);
  const KEPT = ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'];

  test('are of this host alone, for https alone, and out of reach of scripts', async () => {
    const { answer } = await signIn(publisher);
    expect(strict(answer)).toEqual([
      ['__Host-session', ...KEPT],
      ['__Host-flash', ...KEPT],
    ]);
    expect(strict(await form('/pictures', { to: 'off', back: '/' }))).toEqual([['__Host-pictures', ...KEPT]]);
  });

  test('turn pictures off under that name', async () => {
    const header = { Cookie: '__Host-pictures=Im9mZiI%3D; dev-signed-out=IjEi' };
    const { text } = await ask('/', { headers: header });
    expect(text).toContain('Turn pictures on');
  });
});

describe('a session', () => {
  test('has an id of 256 random bits, which is only ever in its cookie', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, async () => (await signIn(publisher)).cookie));
    const values = ids.map((cookie) => decodeURIComponent(cookie.split('=')[1] ?? ''));
    const raw = values.map((value) => JSON.parse(Buffer.from(value, 'base64').toString('utf8')) as string);
    expect(new Set(raw).size).toBe(20);
    for (const id of raw) expect(Buffer.from(id, 'base64url')).toHaveLength(32);
    const [cookie = '', id = ''] = [ids[0], raw[0]];
    for (const path of [
      '/',
      '/briefs/mine',
      '/briefs/new',
      '/account',
      `/briefs/${brief.id}/edit`,
      '/nowhere',
    ]) {
      const answer = await ask(path, { headers: { Cookie: cookie } });
      expect(answer.text + JSON.stringify(answer.headers), path).not.toContain(id);
      expect(answer.text, path).not.toContain(values[0]);
    }
    await product.settle();
    expect(JSON.stringify(product.logs)).not.toContain(id);
  });

  test('is not taken from an address, a form or a header', async () => {
    const { cookie } = await signIn(publisher);
    const [name = '', value = ''] = cookie.split('=');
    const location = '/dev/sign-in?to=';
    for (const path of [`/briefs/mine?${name}=${value}`, `/briefs/mine;${name}=${value}`])
      expect((await ask(path)).text).not.toContain('/auth/sign-out');
    const headers = { Authorization: `Bearer ${value}`, 'X-Session': value };
    expect((await ask('/briefs/mine', { headers })).location).toContain(location);
    expect((await form('/briefs/new', { [name]: value })).text).not.toContain('/auth/sign-out');
  });

  test('that is missing leads to sign-in and back, or to what fits into a header of it', async () => {
    const path = '/briefs/mine';
    const back = async (query: string) => (await ask(`${path}${query}`)).location;
    expect(await back('?state=draft')).toBe('/dev/sign-in?to=%2Fbriefs%2Fmine%3Fstate%3Ddraft');
    expect(await back(`?state=${'w'.repeat(9000)}`)).toBe('/dev/sign-in?to=%2Fbriefs%2Fmine');
  });

  test('is not ended, and nothing else is done, by an address that is merely opened', async () => {
    const { cookie } = await signIn(publisher);
    for (const path of ['/auth/sign-out', '/pictures?to=off', `/briefs/${brief.id}/duplicate`]) {
      const answer = await ask(path, { headers: { Cookie: cookie } });
      expect(answer.cookies.filter((line) => !line.includes('flash'))).toEqual([]);
    }
    expect((await ask('/briefs/mine', { headers: { Cookie: cookie } })).status).toBe(200);
  });

  test('once ended leaves nothing behind the Back button', async () => {
    const { cookie } = await signIn(publisher);
    const out = await form('/auth/sign-out', {}, { Cookie: cookie });
    expect(out.headers['clear-site-data']).toBe('"cache"');
    const back = await ask('/briefs/mine', { headers: { Cookie: `${cookie}; dev-signed-out=IjEi` } });
    expect(back.location).toContain('/dev/sign-in');
  });

  test('shows the way out on every page that needs one', async () => {
    const { cookie } = await signIn(publisher);
    for (const path of [
      '/briefs/mine',
      '/briefs/new',
      `/briefs/${brief.id}`,
      `/briefs/${brief.id}/edit`,
      '/portfolio',
    ])
      expect((await ask(path, { headers: { Cookie: cookie } })).text).toContain('action="/auth/sign-out"');
  });
});

describe('the log', () => {
  test('says who was refused what, when and from where', async () => {
    const { cookie } = await signIn(publisher);
    const headers = { Cookie: cookie, 'X-Forwarded-For': '203.0.113.9' };
    const { headers: answered } = await ask('/portfolio', { headers });
    const line = await product.logged({ requestId: answered['x-request-id'] });
    expect(line).toMatchObject({
      ...{ level: 40, msg: 'request refused', method: 'GET', path: '/portfolio', status: 403 },
      ...{ personId: publisher.id, address: '203.0.113.9' },
    });
    // Milliseconds since 1970, which know no time zone.
    expect(Math.abs(Number(line['time']) - Date.now())).toBeLessThan(60_000);
  });

  test('says who signed in, and out', async () => {
    const { cookie } = await signIn(designer);
    const line = { personId: designer.id, level: 30 };
    expect(await product.logged({ ...line, msg: 'signed in' })).toHaveProperty('address');
    await form('/auth/sign-out', {}, { Cookie: cookie });
    expect(await product.logged({ ...line, msg: 'signed out' })).toHaveProperty('address');
  });

  test('says that a form came from elsewhere', async () => {
    const headers = { Origin: 'https://a.example' };
    const { headers: answered } = await ask('/auth/sign-out', { method: 'POST', headers });
    expect(await product.logged({ requestId: answered['x-request-id'] })).toMatchObject({
      ...{ level: 40, msg: 'request refused', path: '/auth/sign-out', status: 403 },
    });
  });

  test('has nothing of what was asked, typed or carried', async () => {
    const secret = randomUUID();
    await ask(`/covers?q=${secret}`, { headers: { 'User-Agent': secret, Referer: `${ORIGIN}/${secret}` } });
    await ask('/', { headers: { Cookie: `other=${secret}`, Authorization: `Bearer ${secret}` } });
    await form('/dev/sign-in', { person: secret, subject: secret });
    await product.settle();
    expect(JSON.stringify(product.logs)).not.toContain(secret);
  });

  test('cannot be written by a stranger: one request is one line, whatever its address says', async () => {
    const forged = '/a%0A%7B%22level%22%3A50%2C%22msg%22%3A%22forged%22%7D';
    const { headers } = await ask(forged, {
      headers: { 'X-Request-Id': 'forged', 'X-Forwarded-For': '"}\\n{' },
    });
    const line = await product.logged({ requestId: headers['x-request-id'] });
    expect(line).toMatchObject({ path: forged, status: 400 });
    expect(product.logs.filter(({ msg }) => msg === 'forged')).toEqual([]);
  });
});

describe('a large form that is refused unread', () => {
  const body = 'w'.repeat(1024 * 1024);

  test.each(['/briefs/new', '/portfolio/new', '/nowhere', '/auth/sign-out', '/covers'])(
    '%s: the next request on its connection is answered',
    async (path) => {
      const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
      const { hostname, port } = new URL(product.origin);
      const sockets = new Set<unknown>();
      const once = (method: string, at: string, text: string) =>
        new Promise<number | undefined>((resolve, reject) => {
          const headers = { Origin: ORIGIN, Cookie: 'dev-signed-out=IjEi', 'Content-Length': text.length };
          const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
          const options = { agent, hostname, port, method, path: at, headers: { ...headers, ...type } };
          const request = http.request({ ...options, timeout: 5_000 }, (answer) =>
            answer.on('end', () => resolve(answer.statusCode)).resume(),
          );
          request.on('socket', (socket) => sockets.add(socket));
          request.on('timeout', () => request.destroy(new Error('no answer')));
          request.on('error', reject).end(text);
        });
      expect(await once('POST', path, body)).toBeLessThan(500);
      expect(await once('GET', '/robots.txt', '')).toBe(200);
      expect(sockets.size).toBe(1);
      agent.destroy();
    },
  );
});

test('a form sets only the fields it asks for', async () => {
  const { cookie } = await signIn(designer);
  const page = await ask('/account/profile', { headers: { Cookie: cookie } });
  const token = /name="formToken" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const version = /name="version" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const more = { role: 'admin', personId: publisher.id, slug: 'mine', pieceCount: '9', suspendedAt: '' };
  const fields = {
    formToken: token,
    version,
    name: 'Dora Bodoni',
    headline: 'Letters',
    availability: 'now',
    ...more,
  };
  expect((await form('/account/profile', fields, { Cookie: cookie })).status).toBe(303);
  const [row] = await product.sql`select role, name from people where id = ${designer.id}`;
  expect(row).toEqual({ role: 'designer', name: designer.name });
  const [profile] =
    await product.sql`select slug, piece_count, headline from designers where person_id = ${designer.id}`;
  expect(profile).toEqual({ slug: 'dora-bodoni', piece_count: 0, headline: 'Letters' });
});
