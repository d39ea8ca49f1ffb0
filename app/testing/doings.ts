/** What the people of several stories do alike, each through the pages. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Hands } from './hands.ts';
import { pdfPages } from './pdf-text.ts';
import { until } from './until.ts';
import { unzipped } from './zip.ts';

/** A day so many days from now, as a date field takes it. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A publisher posts a brief: a paperback of 6 × 9 in, with an ebook. */
export async function postsBrief(
  publisher: Hands,
  { title, pages, price }: { title: string; pages: string; price: string },
) {
  await publisher.goto('/briefs/new');
  await publisher.fill('Title', title);
  await publisher.fill('Author’s name', 'Maren Holt');
  await publisher.choose('Genre', 'Literary fiction');
  await publisher.choose('Kind', 'Paperback wrap');
  await publisher.choose('Printer or shop', 'Amazon KDP');
  await publisher.fill('Trim size', '6 x 9');
  await publisher.choose('Paper', 'White');
  await publisher.fill('Pages', pages);
  await publisher.press('Add another format');
  const second = publisher.page.getByRole('group', { name: 'Format 2', exact: true });
  await second.getByLabel('Kind').selectOption('Ebook front');
  await publisher.fill('Amount', price);
  await publisher.fill('Final files due', inDays(60));
  await publisher.fill('Concepts in the first round', '2');
  await publisher.fill('Rounds of changes', '2');
  await publisher.fill('Credit line', 'Cover design by [name]');
  await publisher.press('Save and publish');
  await publisher.says('Your brief is published.');
}

/** A designer answers a brief for a paperback, and asks for so much. */
export async function proposes(
  designer: Hands,
  brief: string,
  { price, message }: { price: string; message: string },
) {
  await designer.goto(brief);
  await designer.follow('Write a proposal');
  await designer.fill('To the publisher', message);
  await designer.fill('Amount', price);
  for (const [at, milestone] of ['Concepts', 'Front cover', 'Full wrap', 'Hand-over'].entries())
    await designer.fill(milestone, inDays(14 * (at + 1)));
  await designer.tick('Print');
  await designer.choose('Territory', 'World');
  await designer.choose('Term', 'Five years');
  await designer.tick('No AI-generated art');
  await designer.tick('No stock images');
  await designer.press('Send proposal');
  await designer.says('Your proposal is sent.');
}

/** On the page of a draft: files are added, and looked at again until all of them are checked. */
export async function packs({ page, follow, press }: Hands, files: string[]) {
  await page.getByLabel('Add files').setInputFiles(files);
  await press('Add them');
  await until('the files are checked', 60_000, async () => {
    if ((await page.getByText('Is being checked').count()) === 0) return true;
    await follow('look again');
    return false;
  });
}

/** What is handed over as one ZIP, by the paths in the folder of the book. Every file is what the list of checksums says. */
export async function handedOver(zip: Buffer, book: string): Promise<Map<string, Buffer>> {
  const files = [...(await unzipped(zip))].map(
    ([name, bytes]) => [name.slice(book.length + 1), bytes] as const,
  );
  const [list, ...others] = files.toReversed();
  expect(list?.[0]).toBe('SHA256SUMS');
  const sums = others.toReversed().map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
  expect(list?.[1].toString()).toBe(sums.join(''));
  return new Map(others.toReversed());
}

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** The designer asks for what is due, as the form says at first, and adds the tax. */
export async function invoices(designer: Hands, project: string) {
  await designer.goto(project);
  await designer.follow('Invoices');
  await designer.follow('New invoice');
  await designer.fill('From', 'Dario Lindqvist\nOderberger Straße 1\nBerlin');
  await designer.fill('Name of the tax', 'VAT');
  await designer.fill('Rate in percent', '19');
  await designer.press('Issue the invoice');
  await designer.says('The invoice is issued, and the publisher has been told.');
}

/** Both parts of it say this: the page of the invoice that is shown, and its PDF. */
export async function readsInvoice({ path, saves, says }: Hands, words: string[]) {
  const [paper = ''] = pdfPages(await saves(`${path()}.pdf`));
  for (const word of words) {
    await says(word);
    expect(paper).toContain(word);
  }
}

/** Somebody says what the other was like: five times the same, and a sentence. */
export async function reviews({ main, fill, press }: Hands, whom: string, score: string, words: string) {
  for (const select of await main.locator('select').all()) await select.selectOption({ label: score });
  await fill(`How was it to work with ${whom}?`, words);
  await press('Send review');
}

/** Somebody chooses mail about a topic at once, which else comes daily. */
export async function wantsAtOnce({ goto, choose, press, says }: Hands, topic: string) {
  await goto('/account/mail');
  await choose(topic, 'At once');
  await press('Save');
  await says('Your choice of mail is saved.');
}
