/** The database is gone, or silent, and people go on reading and sending: nobody waits to be told so. */
import { afterAll, describe, expect, test } from 'vitest';
import { send } from '#app/testing/http.ts';
import { openRelay, type Relay } from '#app/testing/relay.ts';
import { startProduct } from '#app/testing/server.ts';
import { until } from '#app/testing/until.ts';

let wire: Relay | undefined;
const product = await startProduct({
  worker: false,
  env: async ({ url }) => {
    const through = new URL(url);
    wire = await openRelay({ host: through.hostname, port: Number(through.port) });
    through.port = String(wire.port);
    return { DATABASE_URL: through.href };
  },
});
afterAll(() => wire?.close());

const harriet = await product.client();
await harriet.signIn({ subject: 'dev-hiring-001', role: 'hiring_user' });
const cookie = [...harriet.jar].map((pair) => pair.join('=')).join('; ');
const nobody = 'dev-signed-out=IjEi';
const post = (path: string, cookies: string, body = '') =>
  send(product.origin, path, {
    method: 'POST',
    headers: { Origin: product.origin, Cookie: cookies, 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  });
const get = (path: string) => send(product.origin, path, { headers: { Cookie: nobody } });

/** Each with what it is answered without a database. */
const ASKED = {
  'a shared page': [() => get('/covers'), 503],
  'the front page': [() => get('/'), 503],
  'signing out of nothing': [() => post('/auth/sign-out', nobody), 303],
  'a form with a session': [() => post('/briefs/new', cookie, 'title=The+Flood+Ledger'), 503],
  'a form without one': [() => post('/briefs/new', nobody, 'title=The+Flood+Ledger'), 403],
} as const;

describe.each(['cut', 'hush'] as const)('a database that is gone (%s)', (how) => {
  test('keeps nobody waiting, and is found again by itself', async () => {
    // The first who asks finds out, and the others who do meanwhile.
    await Promise.all([get('/designers'), get('/briefs'), get('/covers?q=ledger')]);
    await wire?.[how]();
    const start = performance.now();
    await get('/covers?q=flood');
    const noticed = Math.round(performance.now() - start);
    const times: Record<string, number> = {};
    for (const [what, [ask, status]] of Object.entries(ASKED)) {
      // The fastest of three: on a busy machine one may wait for a processor, but not for a database.
      times[what] = Number.POSITIVE_INFINITY;
      for (let tries = 0; tries < 3; tries += 1) {
        const asked = performance.now();
        const answer = await ask();
        times[what] = Math.min(times[what], Math.round(performance.now() - asked));
        expect([what, answer.status]).toEqual([what, status]);
      }
    }
    expect(noticed).toBeLessThan(5000);
    // All of them, to be read when one is too slow.
    expect(Object.entries(times).filter(([, ms]) => ms >= 300)).toEqual([]);
    await until('not ready', 10_000, async () => (await get('/ready')).status === 503);

    await wire?.mend();
    await until('ready', 10_000, async () => (await get('/ready')).status === 200);
    expect((await get('/covers')).status).toBe(200);
    await product.fault(/"msg":"outage"/);
    await product.fault(/"status":503/);
  });
});
