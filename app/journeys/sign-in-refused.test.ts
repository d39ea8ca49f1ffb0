/** Whatever goes wrong at the door is a page that says what, with the right status and a way to start again. */
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { people, sessions } from '#db/schema/people.server.ts';
import { openReader, type Reader } from '#app/testing/browser.ts';
import { PASSWORD, startIdentityProvider, type IdentityProvider } from '#app/testing/oidc.server.ts';
import { TAMPERED } from '#app/testing/oidc-tokens.ts';
import { startProduct } from '#app/testing/server.ts';

let started: IdentityProvider | undefined;
const product = await startProduct({
  worker: false,
  env: async (_, origin) => (started = await startIdentityProvider(origin)).env,
});
const provider = started as unknown as IdentityProvider;
const { db, origin } = product;
provider.accounts.set('vera', { email: 'vera@example.test', email_verified: true, name: 'Vera' });

async function logIn({ page }: Reader, name = 'vera', answer = 'Allow'): Promise<void> {
  await page.getByLabel('Username').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: answer, exact: true }).click();
}

/** A reader at the provider's login page, on the way to /covers. */
async function atTheDoor(): Promise<Reader> {
  const reader = await openReader(origin);
  await reader.goto('/auth/sign-in?to=/covers');
  return reader;
}

const attempts = async ({ context }: Reader) =>
  (await context.cookies(origin)).filter(({ name }) => /^(oauth2|return-to)/.test(name));
/** The state of the reader's attempt, which only the cookie and the address know. */
async function stateOf(reader: Reader): Promise<string> {
  const kept = (await attempts(reader)).find(({ name }) => name.startsWith('oauth2'));
  return new URLSearchParams(kept?.value).get('state') ?? '';
}

/** The page that is open is a refusal in these words; nobody is signed in and the attempt is over. */
async function expectRefused(reader: Reader, status: number, words: string | RegExp): Promise<void> {
  await reader.page.getByRole('heading', { level: 1, name: 'You are not signed in' }).waitFor();
  await reader.page.getByText(words).waitFor();
  expect(reader.shown.at(-1)?.status).toBe(status);
  expect(await reader.page.title()).toBe('You are not signed in · Dustjacket');
  const names = (await reader.context.cookies(origin)).map(({ name }) => name);
  expect(names.filter((name) => /^(session|oauth2)/.test(name))).toEqual([]);
  const html = reader.shown.at(-1)?.html ?? '';
  expect(html).not.toMatch(/evil\.example|Call this number|error_description|code=/);
  if (status >= 500) await product.fault(new RegExp(`/auth/callback.*"status":${status}`));
}

/** Starts again from a refusal. The provider may know the reader still, and ask nothing. */
async function startAgain(reader: Reader, to: string): Promise<void> {
  await reader.page.getByRole('link', { name: 'Start again' }).click();
  const allow = reader.page.getByRole('button', { name: 'Allow', exact: true });
  if (await allow.isVisible()) await allow.click();
  else if (reader.page.url().startsWith(provider.origin)) await logIn(reader);
  const query = to === '/' ? '' : `?to=${encodeURIComponent(to)}`;
  expect(reader.page.url()).toBe(`${origin}/welcome/role${query}`);
}

describe('the provider', () => {
  // First, while the product has not seen the keys yet: it keeps them.
  test('does not give its keys', async () => {
    const reader = await atTheDoor();
    provider.trouble('/.well-known/jwks.json', 'hang');
    await logIn(reader);
    await expectRefused(reader, 503, /not possible at the moment/);
    await product.fault(/the keys of the sign-in service.*"msg":"outage"/);
    provider.trouble('/.well-known/jwks.json', null);
    await startAgain(reader, '/covers');
  });

  test('hangs: nobody waits longer than five seconds', async () => {
    const reader = await atTheDoor();
    provider.trouble('/oauth2/token', 'hang');
    const begun = performance.now();
    const answered = reader.page.waitForResponse((response) => response.status() === 503);
    await logIn(reader);
    expect((await answered).headers()['retry-after']).toBe('30');
    expect(performance.now() - begun).toBeLessThan(8_000);
    await expectRefused(reader, 503, /Try again in a minute/);
    const { ms } = await product.logged({ path: '/auth/callback', status: 503 });
    expect(ms).toBeLessThan(5_000);
    await product.fault(/took too long.*"msg":"outage"/);
    provider.trouble('/oauth2/token', null);
    await startAgain(reader, '/covers');
  });

  test.each([
    [500, 503, 'outage'],
    [404, 502, 'answer of the sign-in service refused'],
    [200, 502, 'answer of the sign-in service refused'],
    [400, 502, 'answer of the sign-in service refused'],
  ])('answers %i with a page of its own: %i', async (status, told, logged) => {
    const reader = await atTheDoor();
    provider.trouble('/oauth2/token', { status, body: '<html>secret-of-theirs</html>' });
    await logIn(reader);
    await expectRefused(reader, told, /sign-in service|moment/);
    expect(JSON.stringify(await product.fault(new RegExp(logged)))).not.toContain('secret-of-theirs');
    provider.trouble('/oauth2/token', null);
  });

  test('goes away between its page and ours', async () => {
    const reader = await atTheDoor();
    const state = await stateOf(reader);
    await provider.stop();
    await reader.goto(`/auth/callback?code=any&state=${state}`);
    await expectRefused(reader, 503, /not possible at the moment/);
    await product.fault(/ECONNREFUSED.*"msg":"outage"/);
    await provider.start();
    await startAgain(reader, '/covers');
  });

  test('cannot revoke: the reader comes in all the same', async () => {
    const reader = await atTheDoor();
    provider.trouble('/oauth2/revoke', { status: 503, body: '' });
    await logIn(reader);
    expect(reader.page.url()).toBe(`${origin}/welcome/role?to=%2Fcovers`);
    const line = await product.logged({ msg: 'a refresh token was not revoked' });
    expect(JSON.stringify(line)).not.toContain(provider.issued.at(-1)?.refresh);
    provider.trouble('/oauth2/revoke', null);
  });

  test('refuses, for a reason of its own', async () => {
    const reader = await atTheDoor();
    const words = encodeURIComponent('<h2>Call this number</h2>');
    await reader.goto(
      `/auth/callback?error=server_error&error_description=${words}&state=${await stateOf(reader)}`,
    );
    await expectRefused(reader, 502, /could not sign you in/);
    await product.fault(/"reason":"server_error"/);
    await startAgain(reader, '/covers');
  });
});

describe('an answer', () => {
  test('to nothing that was asked', async () => {
    const reader = await openReader(origin);
    for (const query of ['', '?code=any', '?code=any&state=', `?code=any&state=${'x'.repeat(5000)}`]) {
      await reader.goto(`/auth/callback${query}`);
      await expectRefused(reader, 400, /without saying what for/);
    }
    await product.logged({ msg: 'not signed in', status: 400 });
    await reader.goto(`/auth/callback?code=any&state=${'x'.repeat(43)}`);
    await expectRefused(reader, 400, /took too long, or your browser did not keep the cookie/);
    await startAgain(reader, '/');
  });

  test('after the login page was left open for too long', async () => {
    const reader = await atTheDoor();
    await reader.context.clearCookies({ name: /^oauth2:/ });
    await logIn(reader);
    await expectRefused(reader, 400, /took too long/);
    await startAgain(reader, '/covers');
  });

  test('to somebody else’s attempt', async () => {
    const [mallory, reader] = [await atTheDoor(), await atTheDoor()];
    await reader.page.goto(`/auth/callback?code=any&state=${await stateOf(mallory)}`);
    await reader.page.getByText('begun somewhere else').waitFor();
    expect(reader.shown.at(-1)?.status).toBe(400);
    // Their own attempt is still under way.
    expect(await attempts(reader)).toHaveLength(2);
  });

  test('without a code', async () => {
    const reader = await atTheDoor();
    await reader.goto(`/auth/callback?state=${await stateOf(reader)}`);
    await expectRefused(reader, 400, /without an answer/);
    await startAgain(reader, '/covers');
  });

  test('that came before', async () => {
    const reader = await atTheDoor();
    const kept = await attempts(reader);
    const callback = reader.page.waitForRequest((request) => request.url().includes('/auth/callback'));
    await logIn(reader);
    const address = (await callback).url();

    await reader.goto(address);
    await reader.page.getByRole('heading', { name: 'You are signed in already' }).waitFor();
    expect(reader.shown.at(-1)?.status).toBe(200);
    expect(await reader.page.getByRole('link', { name: 'Continue' }).getAttribute('href')).toBe('/');

    await reader.context.clearCookies({ name: 'session' });
    await reader.goto(address);
    await expectRefused(reader, 400, /took too long/);
    await reader.context.addCookies(kept);
    await reader.goto(address);
    await expectRefused(reader, 400, /used already/);
    await startAgain(reader, '/covers');
  });

  test('that says no', async () => {
    const reader = await atTheDoor();
    await logIn(reader, 'vera', 'Do not allow');
    await expectRefused(reader, 403, /You did not allow .* Nothing happened/);
    await startAgain(reader, '/covers');
  });
});

describe('a token', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await atTheDoor();
    await logIn(reader);
  });

  test.each(Object.entries(TAMPERED))('%s signs nobody in', async (_what, tamper) => {
    await reader.context.clearCookies({ name: 'session' });
    const before = await db.$count(sessions);
    provider.tamper(tamper);
    // The provider knows the reader, and sends them straight back.
    await reader.goto('/auth/sign-in?to=/designers');
    await expectRefused(reader, 502, /could not be trusted/);
    const line = JSON.stringify(await product.fault(/answer of the sign-in service refused/));
    for (const secret of provider.issued.at(-1)?.secrets ?? []) expect(line).not.toContain(secret);
    expect(line).not.toContain('vera');
    expect(await provider.refresh(provider.issued.at(-1)?.refresh ?? '')).toBe(400);
    expect(await db.$count(sessions)).toBe(before);
    await startAgain(reader, '/designers');
  });
});

describe('somebody', () => {
  test.each([
    ['without an address', {}, /has no e-mail address/],
    [
      'whose address is not confirmed',
      { email: 'una@example.test', email_verified: false },
      /not confirmed yet/,
    ],
    [
      'whose address is said not to be',
      { email: 'una@example.test', email_verified: 'false' },
      /not confirmed yet/,
    ],
  ])('%s is told what to do', async (_what, account, words) => {
    provider.accounts.set('una', account);
    const reader = await atTheDoor();
    await logIn(reader, 'una');
    await expectRefused(reader, 403, words);
    expect(await db.$count(people, eq(people.subject, 'una'))).toBe(0);

    // Or they come as somebody else: the provider would not have asked.
    await reader.page.getByRole('link', { name: 'Use another account' }).click();
    expect(reader.page.url()).toBe(`${origin}/`);
    await reader.page.getByRole('link', { name: 'Sign in' }).click();
    await logIn(reader);
    expect(reader.page.url()).toBe(`${origin}/welcome/role`);
  });

  test('suspended is told why', async () => {
    provider.accounts.set('sven', { email: 'sven@example.test', email_verified: true, name: 'Sven' });
    const reader = await atTheDoor();
    await logIn(reader, 'sven');
    const suspension = {
      suspendedAt: new Date(),
      suspendedReason: 'Covers of others <b>shown</b> as one’s own',
    };
    await db.update(people).set(suspension).where(eq(people.subject, 'sven'));
    await reader.context.clearCookies({ name: 'session' });
    await reader.goto('/auth/sign-in?to=/covers');
    await expectRefused(reader, 403, /We gave this reason: “Covers of others <b>shown<\/b> as one’s own”/);
  });
});

test('nothing secret is in the log', async () => {
  await product.settle();
  const log = JSON.stringify(product.logs);
  for (const { secrets } of provider.issued) for (const secret of secrets) expect(log).not.toContain(secret);
  for (const query of provider.asked) expect(log).not.toContain(query.get('state'));
  expect(log).not.toMatch(/code=|state=|eyJ|@example\.test/);
});
