/** Nora is new: she says once what she is here for, fills in her profile when she likes, and gets to where she was going. */
import { describe, expect, test } from 'vitest';
import { openReader, type Reader } from '#app/testing/browser.ts';
import { hiddenFields } from '#app/testing/http.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const nora = await openReader(product.origin);
const pia = await openReader(product.origin, { viewport: { width: 360, height: 800 } });

const toolsOf = ({ page, shown }: Reader) => ({
  says: (text: string | RegExp) => page.getByText(text).first().waitFor(),
  heading: (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor(),
  press: (name: string) => page.getByRole('button', { name, exact: true }).click(),
  follow: (name: string) => page.getByRole('link', { name, exact: true }).first().click(),
  path: () => new URL(page.url()).pathname,
  status: () => shown.at(-1)?.status,
});

describe('a designer', () => {
  const { page } = nora;
  const { says, heading, press, follow, path, status } = toolsOf(nora);
  /** A second window of the same browser, opened before anything was chosen. */
  let other: typeof page;

  test('is asked first what she is here for', async () => {
    await nora.signIn('Nora Fennimore');
    await heading('Welcome to Dustjacket');
    await nora.goto('/portfolio');
    await heading('Welcome to Dustjacket');
    await says('Step 1 of 2, or of 3 for designers');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Nora Fennimore');
    other = await nora.context.newPage();
    await other.goto(page.url());
  });

  test('does not get on without a choice, and keeps the name she typed', async () => {
    await page.getByLabel('Your name').fill('Nora Fenn');
    await press('Continue');
    expect(status()).toBe(400);
    await follow('Choose whether you publish or design');
    expect(new URL(page.url()).hash).toBe('#role');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Nora Fenn');
  });

  test('chooses, with two clicks instead of one', async () => {
    await page.getByLabel('I design covers').check();
    await page.getByRole('button', { name: 'Continue' }).dblclick();
    await says('You are here as a designer.');
    await heading('About you');
    await says('Step 2 of 3');
    const rows = await product.sql`select slug from designers where slug = 'nora-fenn'`;
    expect(rows).toHaveLength(1);
  });

  test('is told what she chose, by the second window and on the way back', async () => {
    await other.getByLabel('I publish books').check();
    const [answer] = await Promise.all([
      other.waitForResponse((response) => response.request().method() === 'POST'),
      other.getByRole('button', { name: 'Continue' }).click(),
    ]);
    expect(answer.status()).toBe(409);
    await other.getByRole('heading', { name: 'You have chosen already' }).waitFor();
    await other.getByText('You are here as a designer. Only our staff can change that.').waitFor();
    await other.close();
    await nora.goto('/welcome/role?to=%2Fportfolio');
    await heading('You have chosen already');
    await follow('Go on');
    await heading('About you');
  });

  test('types too much into one answer and keeps the other', async () => {
    await page.getByLabel('Where you work').fill('Trieste, Italy');
    await page.getByLabel('Studio').fill('x'.repeat(121));
    await press('Save and go on');
    expect(status()).toBe(400);
    await page.getByRole('link', { name: 'Shorten the name of the studio to 120 characters' }).waitFor();
    expect(await page.getByLabel('Where you work').inputValue()).toBe('Trieste, Italy');
    await page.getByLabel('Studio').fill('Studio Bora');
    await press('Save and go on');
    await heading('What work do you take on?');
  });

  test('leaves the rest for later, and can use everything', async () => {
    await follow('Stop here for now');
    expect(path()).toBe('/portfolio');
    expect(status()).toBe(200);
    await nora.goto('/');
    await follow('Finish your profile');
    await heading('What work do you take on?');
    await says('Step 3 of 3');
  });

  test('does not overwrite what she saved in another window', async () => {
    const second = await nora.context.newPage();
    await second.goto('/account/profile');
    await second.getByLabel('Headline').fill('Covers drawn in ink');
    await second.getByRole('button', { name: 'Save' }).click();
    await second.getByText('Your profile is saved.').waitFor();
    await second.close();
    await page.getByLabel('Headline').fill('Hand-lettered covers');
    await page.getByLabel('Horror').check();
    await press('Save and finish');
    await says('Nothing was overwritten.');
    expect(status()).toBe(409);
    await says('Covers drawn in ink');
    expect(await page.getByLabel('Headline').inputValue()).toBe('Hand-lettered covers');
    expect(await page.getByLabel('Horror').isChecked()).toBe(true);
  });

  test('comes through to where her work begins', async () => {
    await press('Save and finish');
    expect(path()).toBe('/portfolio/new');
    await says('You are all set.');
    await nora.goto('/designers/nora-fenn');
    await says('Hand-lettered covers');
    await says('Trieste, Italy');
    await nora.goto('/');
    expect(await page.getByRole('link', { name: 'Finish your profile' }).count()).toBe(0);
  });
});

describe('a publisher', () => {
  const { page } = pia;
  const { says, heading, press, path } = toolsOf(pia);

  test('comes from a page that is for publishers', async () => {
    await pia.signIn({ subject: 'pia', role: 'newcomer' });
    await pia.goto('/briefs/new');
    await heading('Welcome to Dustjacket');
    await page.getByLabel('Your name').fill('Pia Imprint');
    await page.getByLabel('I publish books').check();
    await press('Continue');
    await says('Step 2 of 2');
  });

  test('goes back to it, and finds her imprint filled in', async () => {
    await page.getByLabel('Publisher or imprint').fill('Saltmarsh Press');
    await press('Save and finish');
    expect(path()).toBe('/briefs/new');
    await says('You are all set.');
    expect(await page.getByLabel('Publisher or imprint').inputValue()).toBe('Saltmarsh Press');
  });

  test('changes an answer by the Back button, and loses nothing', async () => {
    await page.goBack();
    await page.getByLabel('Publisher or imprint').fill('Lantern Books');
    await press('Save and finish');
    await says('You are all set.');
    expect(await page.getByLabel('Publisher or imprint').inputValue()).toBe('Lantern Books');
    await page.goBack();
    await page.goBack();
    await pia.goto('/welcome');
    expect(path()).toBe('/briefs/new');
  });
});

describe('a forged form', () => {
  const roleOf = async (subject: string) => {
    const [person] = await product.sql<
      { role: string }[]
    >`select role from people where subject = ${subject}`;
    return person?.role;
  };
  const page = '/welcome/role?to=%2Fcovers';

  test('makes nobody staff', async () => {
    const client = await product.client();
    await client.signIn({ subject: 'mallory', role: 'newcomer' });
    const fields = { ...hiddenFields((await client.get(page)).text), name: 'Mallory' };
    for (const role of ['admin', 'newcomer', 'owner']) {
      const answer = await client.form(page, { ...fields, role });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('id="role-error"');
      expect(await roleOf('mallory')).toBe('newcomer');
    }
    // A right answer does not let a wrong one through beside it.
    const both = [...Object.entries({ ...fields, role: 'designer' }), ['role', 'admin'] as const];
    expect((await client.form(page, both)).status).toBe(400);
    expect(await roleOf('mallory')).toBe('newcomer');
  });

  test('leads to nobody else’s site', async () => {
    const client = await product.client();
    await client.signIn({ subject: 'moritz', role: 'newcomer' });
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/.//evil.example']) {
      const { location } = await client.get(`/welcome?to=${encodeURIComponent(to)}`);
      expect(location).toBe('/welcome/role');
    }
    const fields = hiddenFields((await client.get(page)).text);
    const chosen = await client.form('/welcome/role?to=%2F%2Fevil.example', {
      ...{ ...fields, name: 'Moritz', role: 'hiring_user' },
    });
    expect([chosen.status, chosen.location]).toEqual([303, '/welcome/about']);
  });

  test('skips no step twice', async () => {
    const client = await product.client();
    await client.signIn({ subject: 'dana', role: 'newcomer' });
    const fields = hiddenFields((await client.get(page)).text);
    await client.form(page, { ...fields, name: 'Dana', role: 'designer' });
    const about = '/welcome/about?to=%2Fcovers';
    const skip = { ...hiddenFields((await client.get(about)).text), then: 'skip' };
    for (const answer of await Promise.all([client.form(about, skip), client.form(about, skip)]))
      expect([answer.status, answer.location]).toEqual([303, '/welcome/work?to=%2Fcovers']);
    expect((await client.get('/welcome?to=%2Fcovers')).location).toBe('/welcome/work?to=%2Fcovers');
  });
});
