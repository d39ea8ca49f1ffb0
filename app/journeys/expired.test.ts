/** Harriet writes for so long that her session has run out when she saves. Nothing she wrote is lost. */
import { describe, expect, test } from 'vitest';
import { brotliCompressSync } from 'node:zlib';
import { briefs } from '#db/schema/briefs.server.ts';
import { sessions } from '#db/schema/people.server.ts';
import { openReader } from '#app/testing/browser.ts';
import { send } from '#app/testing/http.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const harriet = await openReader(product.origin);
const { page, context } = harriet;

/** So many characters of prose with accents and lines of its own, ending with a word of its own. */
const prose = (characters: number, end: string) => {
  const line = 'The ferry had gone, and “Zoë” counted what the flood had left: 3 < 4 & a ledger.\n\n';
  return line.repeat(characters / line.length).slice(0, characters - end.length - 1) + ` ${end}`;
};
/** As long as a brief can be, 36,000 characters. */
const TYPED: Record<string, string> = {
  blurb: prose(4000, 'blurb'),
  synopsis: prose(20_000, 'synopsis'),
  mustHave: prose(4000, 'have'),
  mustAvoid: prose(4000, 'avoid'),
  productionNotes: prose(4000, 'notes'),
};

/** What the passing of days does to a session. Signed out, not the member of staff that development would show. */
async function sessionRunsOut(): Promise<void> {
  await product.db.delete(sessions);
  await context.addCookies([{ name: 'dev-signed-out', value: 'IjEi', url: product.origin }]);
}

describe('a session that runs out while a brief is written', () => {
  test('is told when it is saved, and the brief is kept on the page', async () => {
    await harriet.signIn('Harriet Vane-Okafor');
    await harriet.goto('/briefs/new');
    await page.getByLabel('Title', { exact: true }).fill('The Flood Ledger');
    for (const [name, text] of Object.entries(TYPED)) await page.locator(`[name="${name}"]`).fill(text);
    await sessionRunsOut();
    await page.getByRole('button', { name: 'Save draft' }).first().click();
    await page.getByRole('heading', { name: 'You have been signed out' }).waitFor();
    await page.getByText('What you wrote is still here.').waitFor();
    expect(harriet.shown.at(-1)?.status).toBe(403);
    expect(await product.db.$count(briefs)).toBe(0);
  });

  test('is sent again in vain as long as nobody has signed in, and is still there', async () => {
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByText('What you wrote is still here.').waitFor();
    expect(await page.locator('input[name="synopsis"]').inputValue()).toBe(TYPED['synopsis']);
  });

  test('is saved whole once she has signed in in another tab', async () => {
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Sign in (opens in a new tab)' }).click();
    const tab = await opened;
    await tab.getByRole('radio', { name: /Harriet Vane-Okafor/ }).check();
    await tab.getByRole('button', { name: 'Continue' }).click();
    await tab.getByText('You are signed in as Harriet Vane-Okafor.').waitFor();
    expect(new URL(tab.url()).pathname).toBe('/briefs/new');

    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByText('The brief is saved.').first().waitFor();
    const [brief] = await product.db.select().from(briefs);
    expect(brief).toMatchObject({ title: 'The Flood Ledger', ...TYPED });
    expect(await product.db.$count(briefs)).toBe(1);
  });

  test('costs a page that is small but for what was typed', () => {
    const [kept] = harriet.shown.filter(({ status }) => status === 403);
    const bare = kept?.html.replaceAll(/<input type="hidden"[^>]*>/g, '') ?? '';
    expect(bare).toContain('Send it again');
    expect(brotliCompressSync(bare).byteLength).toBeLessThan(14 * 1024);
  });
});

describe('what cannot be kept', () => {
  const boundary = 'dustjacket';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n`;
  const upload = (bytes: number) =>
    send(product.origin, '/portfolio/new', {
      method: 'POST',
      headers: {
        'Content-Type': `multipart/form-data; boundary=${boundary}`,
        ...{ Origin: product.origin, Cookie: 'dev-signed-out=IjEi' },
      },
      body: Buffer.concat([Buffer.from(head), Buffer.alloc(bytes)]),
    });

  test('a file of sixty megabytes is read to its end, and its sender told to choose it again', async () => {
    const answer = await upload(60_000_000);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('a file has to be chosen again');
    expect(answer.text).toContain('href="/dev/sign-in?to=%2Fportfolio%2Fnew" target="_blank"');
    expect(answer.text).not.toContain('Send it again');
  });

  test('a form that is no form is not offered again either', async () => {
    const headers = { 'Content-Type': 'text/plain', Origin: product.origin, Cookie: 'dev-signed-out=IjEi' };
    const answer = await send(product.origin, '/briefs/new', { method: 'POST', headers, body: 'title=x' });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('Send it again');
  });
});
