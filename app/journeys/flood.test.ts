/** Somebody sends and sends: they are told when to go on, and lose nothing; nobody else notices. */
import { like } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { rateLimits } from '#db/schema/people.server.ts';
import { POLICIES } from '#app/http/limits.server.ts';
import { openReader } from '#app/testing/browser.ts';
import { send } from '#app/testing/http.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const keys = async () => (await product.db.select().from(rateLimits)).map(({ key }) => key);

describe('a publisher whose limit of forms is used up', () => {
  test('is told so by the next one, which is kept, and taken when the time has passed', async () => {
    const harriet = await openReader(product.origin);
    await harriet.signIn('Harriet Vane-Okafor');
    await harriet.goto('/briefs/new');
    await harriet.page.getByLabel('Title', { exact: true }).fill('The Flood Ledger');
    await harriet.page.getByLabel('Blurb').fill('Typed in a hurry.');

    const cookie = (await harriet.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const flood = () =>
      send(product.origin, '/briefs/new', {
        method: 'POST',
        headers: { Cookie: cookie, Origin: product.origin },
      });
    const statuses: number[] = [];
    for (let at = 0; at < POLICIES.forms.points; at += 1) statuses.push((await flood()).status);
    expect(statuses).not.toContain(429);
    const refused = await flood();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(POLICIES.forms.seconds);

    await harriet.page.getByRole('button', { name: 'Save draft' }).first().click();
    expect(harriet.shown.at(-1)?.status).toBe(429);
    // Ending a session is never refused: somebody else may have sent all that with a stolen cookie.
    const laptop = await product.client();
    await laptop.signIn({ subject: 'dev-hiring-001', role: 'hiring_user' });
    expect((await laptop.form('/briefs/new', {})).status).toBe(429);
    expect((await laptop.form('/auth/sign-out', {})).status).toBe(303);
    await harriet.page.getByText(/Try again in \d minutes\. What you typed is kept/).waitFor();
    expect(await product.db.$count(briefs)).toBe(0);
    // She may still read, and so may, and send, everybody else.
    expect((await send(product.origin, '/briefs', { headers: { Cookie: cookie } })).status).toBe(200);
    const other = await product.client();
    await other.signIn({ subject: 'dev-designer-001', role: 'designer' });

    // The window passes.
    await product.db.delete(rateLimits).where(like(rateLimits.key, 'forms:%'));
    await harriet.page.getByRole('button', { name: 'Send it again' }).click();
    await harriet.page.getByText('The brief is saved.').first().waitFor();
    expect(await harriet.page.getByLabel('Blurb').inputValue()).toBe('Typed in a hurry.');
  });

  test('may leave at any time', async () => {
    const harriet = await openReader(product.origin);
    await harriet.signIn('Harriet Vane-Okafor');
    const used = { points: POLICIES.forms.points + 1, expire: Date.now() + 60_000 };
    await product.db.update(rateLimits).set(used).where(like(rateLimits.key, 'forms:%'));
    await harriet.goto('/account');
    await harriet.page.getByRole('button', { name: 'Save' }).click();
    expect(harriet.shown.at(-1)?.status).toBe(429);
    await harriet.page.getByRole('button', { name: 'Sign out' }).click();
    await harriet.page.getByText('You are signed out.').waitFor();
  });
});

test('an address that starts to sign in again and again is told when to go on', async () => {
  await product.db.delete(rateLimits);
  const start = () => send(product.origin, '/auth/sign-in?to=%2Fcovers');
  for (let at = 0; at < POLICIES.signIn.points; at += 1) expect((await start()).status).toBe(302);
  const refused = await start();
  expect(refused.status).toBe(429);
  expect(refused.text).toMatch(/Try again in \d+ minutes/);
  // Who is on the way back from the provider is counted apart; a picture on a foreign page counts for nobody.
  expect((await send(product.origin, '/auth/callback?state=x&code=y')).status).toBe(404);
  await product.db.delete(rateLimits);
  const picture = { headers: { 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Site': 'cross-site' } };
  expect((await send(product.origin, '/auth/sign-in', picture)).status).toBe(403);
  expect(await keys()).toEqual([]);
  expect((await send(product.origin, '/covers')).status).toBe(200);
});

describe('the address that counts', () => {
  const post = (origin: string, forwarded: string) =>
    send(origin, '/briefs/new', {
      method: 'POST',
      headers: { 'X-Forwarded-For': forwarded, Cookie: 'dev-signed-out=IjEi', Origin: origin },
    });

  test('is the connection’s, whatever a stranger says, where no proxy stands in front', async () => {
    await product.db.delete(rateLimits);
    for (const forged of ['203.0.113.1', '203.0.113.2, 203.0.113.3']) await post(product.origin, forged);
    expect(await keys()).toEqual([expect.stringMatching(/^strangers:(127\.0\.0\.1|0:0:0:0::\/64)$/)]);
  });

  test('is what the one proxy saw, whatever a stranger said before', async () => {
    const behind = await startProduct({ worker: false, env: { TRUSTED_PROXY_HOPS: '1' } });
    for (const forged of ['203.0.113.1', '203.0.113.2, 203.0.113.3', '2001:db8::1'])
      await post(behind.origin, `${forged}, 198.51.100.7`);
    const rows = await behind.db.select().from(rateLimits);
    const points = Object.fromEntries(rows.map((row) => [row.key, row.points]));
    expect(points['strangers:198.51.100.7']).toBe(3);
    expect(Object.keys(points).filter((key) => key.includes('203') || key.includes('2001'))).toEqual([]);
  });
});
