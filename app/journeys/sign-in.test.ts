/** Somebody new comes in through the provider's pages, leaves by them, and is known when they come again. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { events } from '#db/schema/events.server.ts';
import { people, sessions } from '#db/schema/people.server.ts';
import { openReader, type Reader } from '#app/testing/browser.ts';
import { send } from '#app/testing/http.ts';
import { PASSWORD, startIdentityProvider, type IdentityProvider } from '#app/testing/oidc.server.ts';
import { startProduct } from '#app/testing/server.ts';

let started: IdentityProvider | undefined;
const product = await startProduct({
  worker: false,
  env: async (_, origin) => (started = await startIdentityProvider(origin)).env,
});
const provider = started as unknown as IdentityProvider;
const { db, origin } = product;
const stored = async (subject: string) =>
  (await db.select().from(people).where(eq(people.subject, subject)))[0];

/** Types name and password at the provider's page that is open. */
async function logIn({ page }: Pick<Reader, 'page'>, name: string): Promise<void> {
  await page.getByLabel('Username').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
const allow = ({ page }: Reader) => page.getByRole('button', { name: 'Allow', exact: true }).click();
const cookies = async ({ context }: Reader) =>
  (await context.cookies(origin)).map(({ name }) => name.replace(/[:.].*/, '')).sort();

describe('somebody new', () => {
  test('signs in, leaves, and comes back as who they have become', async () => {
    provider.accounts.set('iris', {
      ...{ email: 'iris@example.test', email_verified: 'true', name: 'Iris Bell' },
      'cognito:groups': ['staff'],
    });
    const iris = await openReader(origin);
    const { page } = iris;
    await iris.goto('/covers?genre=poetry');
    await page.getByRole('link', { name: 'Sign in' }).click();
    expect(page.url()).toMatch(`${provider.origin}/interaction/`);
    expect(await cookies(iris)).toEqual(['oauth2', 'return-to']);
    await logIn(iris, 'iris');
    await allow(iris);

    expect((await product.logged({ msg: 'signed in', level: 30 }))['address']).toMatch(/127\.0\.0\.1|::1/);
    // Somebody new is asked first what they are here for.
    expect(page.url()).toBe(`${origin}/welcome/role?to=%2Fcovers%3Fgenre%3Dpoetry`);
    expect(await cookies(iris)).toEqual(['session']);
    expect(await stored('iris')).toMatchObject({
      ...{ role: 'newcomer', welcomeStep: 'role', name: 'Iris Bell', email: 'iris@example.test' },
      // A hint for staff: it made nobody a member of staff.
      providerGroups: ['staff'],
    });
    expect(await provider.refresh(provider.issued.at(-1)?.refresh ?? '')).toBe(400);

    await iris.goto('/covers');
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(page.url()).toBe(`${origin}/`);
    await page.getByText('You are signed out.').waitFor();
    expect(await cookies(iris)).toEqual([]);

    await db.update(people).set({ role: 'hiring_user', welcomeStep: null }).where(eq(people.subject, 'iris'));
    provider.accounts.set('iris', { email: 'bell@example.test', email_verified: true, name: 'I. Bell' });
    await iris.goto('/briefs/mine?state=draft');
    // The provider has forgotten them as well: a shared machine keeps nobody signed in.
    await logIn(iris, 'iris');
    await allow(iris);
    expect(page.url()).toBe(`${origin}/briefs/mine?state=draft`);
    await page.getByText('You are signed in as Iris Bell.').waitFor();
    const met = await stored('iris');
    expect(met).toMatchObject({
      role: 'hiring_user',
      email: 'bell@example.test',
      name: 'Iris Bell',
      providerGroups: [],
    });
    const told = await db
      .select({ type: events.type })
      .from(events)
      .where(eq(events.subjectId, met?.id ?? ''));
    expect(told.map(({ type }) => type)).toEqual(['person.first_seen', 'person.changed']);
  });

  test('whose session ends while they type signs in beside the form, and sends it again', async () => {
    provider.accounts.set('paula', { email: 'paula@example.test', email_verified: true, name: 'Paula' });
    const paula = await openReader(origin);
    await paula.goto('/auth/sign-in?to=/');
    await logIn(paula, 'paula');
    await allow(paula);
    const [publisher] = await db
      .update(people)
      .set({ role: 'hiring_user', welcomeStep: null })
      .where(eq(people.subject, 'paula'))
      .returning();
    await paula.goto('/briefs/new');
    await paula.page.getByLabel('Title', { exact: true }).fill('The Flood Ledger');
    await db.delete(sessions).where(eq(sessions.personId, publisher?.id ?? ''));
    await paula.page.getByRole('button', { name: 'Save draft' }).first().click();
    await paula.page.getByRole('heading', { name: 'You have been signed out' }).waitFor();
    const [tab] = await Promise.all([
      paula.context.waitForEvent('page'),
      paula.page.getByRole('link', { name: 'Sign in' }).last().click(),
    ]);
    // The provider still knows them, and asks nothing.
    await tab.getByText('You are signed in as Paula.').waitFor();
    expect(tab.url()).toBe(`${origin}/briefs/new`);
    await paula.page.getByRole('button', { name: 'Send it again' }).click();
    await paula.page.getByText('The brief is saved.').first().waitFor();
  });
});

describe('two tabs', () => {
  test('of one browser each come back to their own page', async () => {
    provider.accounts.set('tabea', { email: 'tabea@example.test', email_verified: true, name: 'Tabea' });
    const first = await openReader(origin);
    await first.goto('/auth/sign-in?to=/designers');
    const second = await first.context.newPage();
    await second.goto('/auth/sign-in?to=/briefs');
    await logIn(first, 'tabea');
    await allow(first);
    expect(first.page.url()).toBe(`${origin}/welcome/role?to=%2Fdesigners`);
    // They are signed in by now; the other tab's way back is still its own.
    await logIn({ page: second }, 'tabea');
    await second.getByRole('heading', { name: 'You are signed in already' }).waitFor();
    expect(await second.getByRole('link', { name: 'Continue' }).getAttribute('href')).toBe('/briefs');
  });

  test('many of them do not fill the browser with cookies', async () => {
    const reader = await openReader(origin);
    const longest = `/covers?q=${'long'.repeat(450)}`;
    for (let tab = 0; tab < 12; tab++) await reader.goto(`/auth/sign-in?to=${encodeURIComponent(longest)}`);
    expect((await cookies(reader)).filter((name) => name === 'oauth2')).toHaveLength(5);
    const header = (await reader.context.cookies(origin))
      .map(({ name, value }) => `${name}=${value}; `)
      .join('');
    expect(header.length).toBeLessThan(10_000);
    expect((await reader.goto('/')).status).toBe(200);
  });
});

describe('the way back', () => {
  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '/auth/sign-in?to=/auth/sign-in',
  ])('is never %s', async (forged) => {
    const name = `forged-${Math.random().toString(36).slice(2)}`;
    provider.accounts.set(name, { email: `${name}@example.test`, email_verified: true });
    const reader = await openReader(origin);
    await reader.goto(`/auth/sign-in?to=${encodeURIComponent(forged)}`);
    await logIn(reader, name);
    await allow(reader);
    expect(reader.page.url()).toBe(`${origin}/welcome/role`);
    // Somebody who is signed in is sent on at once.
    const { location } = await send(origin, `/auth/sign-in?to=${encodeURIComponent(forged)}`, {
      headers: {
        Cookie: (await reader.context.cookies(origin)).map((c) => `${c.name}=${c.value}`).join('; '),
      },
    });
    expect(location).toBe('/');
  });

  test('cannot be planted: it is signed', async () => {
    const reader = await openReader(origin);
    await reader.goto('/auth/sign-in?to=/designers');
    const kept = (await reader.context.cookies(origin)).find((cookie) =>
      cookie.name.startsWith('return-to.'),
    );
    const planted = Buffer.from('"/briefs"').toString('base64');
    await reader.context.addCookies([{ name: kept?.name ?? '', value: planted, url: origin }]);
    provider.accounts.set('petra', { email: 'petra@example.test', email_verified: true });
    await logIn(reader, 'petra');
    await allow(reader);
    expect(reader.page.url()).toBe(`${origin}/welcome/role`);
  });
});

test('every request to the provider proves itself, and nothing secret is in the log', async () => {
  expect(provider.asked.length).toBeGreaterThan(10);
  for (const query of provider.asked) {
    expect(query.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(query.get('nonce')).toMatch(/^[\w-]{43}$/);
    expect(query.get('state')).toMatch(/^[\w-]{43}$/);
    expect(Object.fromEntries(query)).toMatchObject({
      ...{ response_type: 'code', code_challenge_method: 'S256', scope: 'openid email profile' },
      ...{ client_id: 'dustjacket-web', redirect_uri: `${origin}/auth/callback` },
    });
  }
  const distinct = (name: string) => new Set(provider.asked.map((query) => query.get(name))).size;
  for (const name of ['state', 'nonce', 'code_challenge']) expect(distinct(name)).toBe(provider.asked.length);
  await product.settle();
  const log = JSON.stringify(product.logs);
  for (const { secrets } of provider.issued) for (const secret of secrets) expect(log).not.toContain(secret);
  for (const query of provider.asked) expect(log).not.toContain(query.get('state'));
  expect(log).not.toMatch(/code=|state=|eyJ/);
});
