/** Harriet briefs three covers of one book, and changes its length later; Dario, who works from them, is told. */
import { describe, expect, test } from 'vitest';
import { brotli } from '#app/testing/bench/document.ts';
import { openReader } from '#app/testing/browser.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct();
const harriet = await openReader(product.origin);
const dario = await openReader(product.origin, { viewport: { width: 360, height: 800 } });
const scripted = await openReader(product.origin, { javaScript: true });
const { page } = harriet;

const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const format = (n: number) => page.getByRole('group', { name: `Format ${n}`, exact: true });
const status = () => harriet.shown.at(-1)?.status;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const pages = (n: number) => format(n).getByLabel(/^Pages/);

let brief = '';

describe('a brief with three formats', () => {
  test('tells what a printer takes before anything is wrong', async () => {
    await harriet.signIn('Harriet Vane-Okafor');
    await harriet.goto('/briefs/new');
    await page.getByLabel('Title', { exact: true }).fill('The Long Margin');
    await page.getByLabel('Genre').selectOption('Literary fiction');
    await page.getByLabel('Final files due').fill(inDays(60));
    await format(1).getByLabel('Kind').selectOption('Paperback wrap');
    await format(1).getByLabel('Printer').selectOption('Amazon KDP');
    await format(1).getByLabel('Trim size').fill('6 x 9');
    await format(1).getByLabel('Paper').selectOption('White');
    await press('Work out the size');
    expect(status()).toBe(200);
    await format(1)
      .getByText(/24 to 828 pages on white at 6 × 9 in\./)
      .waitFor();
    await format(1).getByText('Not computed yet: pages missing.').waitFor();
    // Nothing is saved, and nothing typed is lost.
    expect(page.url()).toMatch(/\/briefs\/new#/);
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('The Long Margin');
  });

  test('warns of what no printer makes while it is a draft, and keeps it', async () => {
    await pages(1).fill('830');
    await press('Save draft');
    await says('The brief is saved.');
    expect(page.url()).toMatch(/\/edit$/);
    expect(await pages(1).inputValue()).toBe('830');
    await format(1)
      .getByText(/takes 24 to 828 pages; this has 830/)
      .first()
      .waitFor();
    expect(await pages(1).getAttribute('aria-invalid')).toBeNull();
    const contents = page.getByRole('navigation', { name: 'Sections' });
    await contents.getByText('1 to mend').waitFor();
  });

  test('is not published so: the reason and the range stand beside the field', async () => {
    await press('Add another format');
    await format(2).getByLabel('Kind').selectOption('Hardcover case');
    await format(2).getByLabel('Printer').selectOption('Amazon KDP');
    await format(2).getByLabel('Trim size').fill('6 × 9 in');
    await format(2).getByLabel('Paper').selectOption('White');
    await pages(2).fill('200');
    await press('Add another format');
    await format(3).getByLabel('Kind').selectOption('Ebook front');
    await page.getByLabel('ISBN').fill('12345');
    await press('Save and publish');
    expect(status()).toBe(400);
    // What is wrong and what cannot be are told in one step.
    const told = await page.getByRole('alert').getByRole('link').allTextContents();
    expect(told).toEqual([
      expect.stringMatching(/^Check the ISBN/),
      'KDP paperback at 6 × 9 in on white takes 24 to 828 pages; this has 830',
    ]);
    await page.getByRole('link', { name: /this has 830/ }).click();
    expect(await page.locator(':target').inputValue()).toBe('830');
    expect(await pages(1).getAttribute('aria-invalid')).toBe('true');
  });

  test('shows its numbers as soon as it is mended, and is published', async () => {
    await pages(1).fill('280');
    await page.getByLabel('ISBN').fill('');
    await press('Work out the size');
    await format(1).getByText('0.6306 in (16.02 mm)').waitFor();
    await format(1).getByText('3864 × 2775 px').waitFor();
    await format(1)
      .getByText(/^Estimated/)
      .waitFor();
    await format(2).getByText('4264 × 3125 px').waitFor();
    await format(3).getByText('1600 × 2560 px').waitFor();
    await press('Save and publish');
    await says('Your brief is published.');
    brief = new URL(page.url()).pathname;
    const kept = await product.sql`select from cover_specs`;
    expect(kept.length).toBe(3);
  });
});

describe('a change of its length', () => {
  test('is told to its publisher as what it makes stale', async () => {
    await harriet.goto(`${brief}/edit`);
    await pages(1).fill('300');
    await format(1).getByLabel('The page count is final').check();
    await press('Save changes');
    await says(
      /Paperback wrap: 280 → 300 pages, spine 0\.631 → 0\.676 in, .*templates downloaded before are out of date/,
    );
    const [told] = await product.sql<{ data: { stale: string[] } }[]>`
      select data from events where type = 'brief.changed' order by created_at desc limit 1`;
    expect(told?.data.stale).toEqual([expect.stringContaining('280 → 300 pages')]);
  });

  test('that no printer makes is refused, and the brief stays', async () => {
    await harriet.goto(`${brief}/edit`);
    await format(2).getByLabel('Paper').selectOption('Groundwood');
    await press('Save changes');
    expect(status()).toBe(400);
    await format(2)
      .getByText(/is not printed on groundwood; it is on white, cream, premium colour/)
      .first()
      .waitFor();
    const [stored] = await product.sql`select paper from brief_formats where kind = 'hardcover_case'`;
    expect(stored?.['paper']).toBe('white');
  });

  test('is seen by whoever works from the brief, with what it was before', async () => {
    await dario.signIn('Dario Lindqvist');
    const shown = await dario.goto(brief);
    expect(shown.status).toBe(200);
    expect(brotli(shown.html).length).toBeLessThan(11 * 1024);
    const of = (text: string | RegExp) => dario.page.getByText(text).first().waitFor();
    await of(/280 → 300 pages/);
    await of('0.6756 in (17.16 mm)');
    await of('Final');
    await dario.page.getByText('Earlier numbers').click();
    await of(/Version 2, .*: 6 × 9 in, white, 280 pages, estimated, spine 0\.631 in/);
    expect(await dario.page.getByRole('img', { name: /drawn to scale/ }).count()).toBe(2);
  });

  test('is followed by the templates, which a designer downloads', async () => {
    const link = dario.page.getByRole('link', { name: 'PDF template of the paperback wrap' });
    const href = (await link.getAttribute('href')) ?? '';
    expect(href).toContain('pages=300');
    const file = await dario.page.request.get(href);
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is followed by the calculator, with the same numbers', async () => {
    await dario.page.getByRole('link', { name: 'Calculator with the numbers of the paperback wrap' }).click();
    await dario.page.getByText('0.6756 in').first().waitFor();
  });
});

describe('with JavaScript', () => {
  test('numbers and limits of one format follow what is typed, and nothing is loaded anew', async () => {
    await scripted.signIn('Harriet Vane-Okafor');
    await scripted.goto(`${brief}/edit`);
    const loaded = scripted.shown.length;
    const group = (n: number) => scripted.page.getByRole('group', { name: `Format ${n}`, exact: true });
    const [first, second] = [group(1), group(2)];
    const untouched = await second.innerText();
    await first.getByLabel(/^Pages/).fill('320');
    await first.getByText('0.7206 in (18.3 mm)').waitFor();
    await first.getByLabel('Paper').selectOption('Cream');
    await first.getByText(/24 to 776 pages on cream at 6 × 9 in/).waitFor();
    await first.getByText('0.8 in (20.32 mm)').waitFor();
    await first.getByLabel(/^Pages/).fill('830');
    await first
      .getByText(/takes 24 to 776 pages; this has 830/)
      .first()
      .waitFor();
    expect(await second.innerText()).toBe(untouched);
    expect(scripted.shown.length).toBe(loaded);
  });
});
