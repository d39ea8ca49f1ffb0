/**
 * The table in `matrix.ts` against the real server: role × route × whose; and sender × route for every method that
 * changes something.
 */
import http from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import { mintFormToken } from '#app/http/form.server.ts';
import { httpClient, send, type Answer, type Client } from './http.ts';
import { MATRIX, ROLES, senders, uncovered, type Row } from './matrix.ts';
import { builtRoutes, startProduct } from './server.ts';
import { makeWorld } from './world.ts';

// One proxy, so that the rounds below can come from an address each and none is told to slow down.
const product = await startProduct({ worker: false, env: { TRUSTED_PROXY_HOPS: '1' } });
const routeIds = await builtRoutes();
const { db, origin } = product;

const { people, filled } = await makeWorld(db);

const clients: Record<string, Client> = { anonymous: httpClient(origin) };
await clients['anonymous']?.signIn('nobody');
for (const [role, person] of Object.entries(people)) {
  const client = httpClient(origin);
  await client.signIn(person);
  clients[role] = client;
}

/** What an answer is called in the table. */
function verdict({ status, location, text }: Answer, path: string): string {
  const back = `?to=${encodeURIComponent(path)}`;
  if (status === 403 && text.includes(`href="/dev/sign-in${back}" target="_blank" rel="noopener"`))
    return 'sign-in';
  if (location === null) return String(status);
  if (location === `/dev/sign-in${back}`) return 'sign-in';
  return location === `/welcome${back}` ? 'welcome' : `→ ${location}`;
}

/** What the forms of the table's POST lines need to get as far as asking whose thing it is. */
const FIELDS = { back: '/', version: '1', move: 'up', from: '2' };

/** Routes that nobody opens as a page: pictures that one asks for, streams, and data for programs. */
const NO_PAGE = /^media\.\$$|\.\$size$|\.live$|^api\./;

describe('who gets what', () => {
  test.each(MATRIX.map((row) => [`${row.method} ${row.path}`, row] as const))('%s', async (_, row: Row) => {
    const path = filled(row.path);
    const answers = ROLES.map(async (role) => {
      const client = clients[role] as Client;
      const answer =
        row.method === 'GET'
          ? await client.get(path)
          : await client.form(path, {
              ...FIELDS,
              formToken: mintFormToken(role === 'anonymous' ? people.newcomer : people[role]),
            });
      // A refusal is a page of the house, never bare JSON or a line of text; pictures and data have no page.
      if (answer.status >= 400 && !NO_PAGE.test(row.route)) expect(answer.text).toMatch(/<h1\b/);
      return verdict(answer, path);
    });
    expect(await Promise.all(answers)).toEqual(row.expected.map(filled));
  });
});

describe('the table', () => {
  test('speaks of every route there is, and of no other', () => {
    expect(uncovered(routeIds, MATRIX)).toEqual({ missing: [], gone: [] });
  });

  test('misses a route that is not in it', () => {
    const rows = MATRIX.filter(({ route }) => route !== 'covers.$pieceId');
    expect(uncovered(routeIds, rows).missing).toEqual(['covers.$pieceId']);
  });

  test('has an answer for every role', () => {
    expect(
      MATRIX.filter(({ expected }) => expected.length !== ROLES.length || expected.includes('')),
    ).toEqual([]);
  });
});

describe('where a form comes from', () => {
  const paths = new Map(MATRIX.map(({ route, path }) => [route, path]));
  const FOREIGN = 'This form was sent from another site';
  // Ten thousand requests.
  const agent = new http.Agent({ keepAlive: true });
  afterAll(() => agent.destroy());

  test.each(senders(origin))('%s', async (_, headers, may) => {
    for (const [at, [route, path]] of [...paths].entries()) {
      const from = `198.51.100.${at}`;
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const cookie = [...(clients['anonymous']?.jar ?? [])].map((pair) => pair.join('=')).join('; ');
        const type = 'application/x-www-form-urlencoded';
        const answer = await send(origin, filled(path), {
          ...{ method, agent },
          headers: { 'Content-Type': type, Cookie: cookie, 'X-Forwarded-For': from, ...headers },
        });
        const refused = answer.status === 403 && answer.text.startsWith(FOREIGN);
        expect(refused, `${method} ${path} (${route}): ${answer.status}`).toBe(!may);
        expect(answer.status).not.toBe(429);
      }
    }
  });
});

test('a mailbox’s own button comes from nowhere, and ends mail', async () => {
  const key = filled('{mine: unsubscribe key}');
  const post = (path: string, type: string, body: string, more = {}) =>
    send(origin, path, {
      ...{ method: 'POST', body },
      headers: { 'Content-Type': type, 'Content-Length': String(body.length), ...more },
    });
  const oneClick = 'List-Unsubscribe=One-Click';
  const multipart = `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`;
  const path = `/unsubscribe/${key}?topic=messages`;
  for (const [type, body] of [
    ['application/x-www-form-urlencoded', oneClick],
    ['multipart/form-data; boundary=x', multipart],
  ] as const) {
    const answer = await post(path, type, body, { Origin: 'https://mailbox.example' });
    expect([answer.status, answer.location]).toEqual([200, null]);
    expect(answer.text).toContain('You will get no more mail about messages');
  }
  const foreign = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
  for (const near of [
    `/unsubscribe/${key}/`,
    `/unsubscribe/${key}x`,
    '/unsubscribe',
    '/account/mail',
    `/x/unsubscribe/${key}`,
  ])
    expect((await post(near, 'application/x-www-form-urlencoded', oneClick, foreign)).status).toBe(403);
});

test('a forged name of ours appears nowhere', async () => {
  const forged = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' };
  for (const path of ['/', '/covers', '/portfolio', '/dev/sign-in', '/nowhere', '/auth/sign-out']) {
    const cookie = 'dev-signed-out=IjEi';
    const answer = await send(origin, path, { headers: { ...forged, Cookie: cookie } });
    expect(JSON.stringify(answer.headers) + answer.text).not.toContain('evil.example');
  }
});
