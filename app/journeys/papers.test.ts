/** Paula and Dora have agreed on a cover: they read their contract, and money changes hands. */
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { people } from '#db/schema/people.server.ts';
import { openReader } from '#app/testing/browser.ts';
import { pdfPages } from '#app/testing/pdf-text.ts';
import { aDesigner, aPublisher } from '#app/testing/people.ts';
import { aProject } from '#app/testing/projects.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const publisher = await aPublisher(product.db);
await product.db.update(people).set({ organisation: 'Saltmarsh Press' }).where(eq(people.id, publisher.id));
const designer = await aDesigner(product.db);
const { id, project } = await aProject(product.db, { publisher, designer, state: 'front' });
const paula = await openReader(product.origin);
const dora = await openReader(product.origin, { viewport: { width: 360, height: 800 } });
await paula.signIn(publisher);
await dora.signIn(designer);

const here = `/projects/${id}`;
const file = async (reader: typeof dora, path: string) => {
  const answer = await reader.page.request.get(path);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['cache-control']).toBe('private, no-cache');
  return answer.body();
};

describe('the contract', () => {
  test('says the same to both, and matches what was agreed', async () => {
    for (const reader of [paula, dora]) {
      await reader.goto(`${here}/contract`);
      await reader.page.getByText('Paula Imprint, for Saltmarsh Press').waitFor();
      await reader.page.getByText('25 %, €200, by 1 March 2031').waitFor();
      await reader.page.getByText('Nobody else may: the rights are exclusive.').waitFor();
      await reader.page.getByText('Matches what was agreed').waitFor();
      await reader.page.getByText('None. The contract stands as it was agreed.').waitFor();
    }
  });

  test('is a file whose hash anybody computes', async () => {
    await dora.page.getByRole('link', { name: 'the contract as it is stored' }).waitFor();
    const text = await file(dora, `${here}/contract.json`);
    expect(createHash('sha256').update(text).digest('hex')).toBe(project.contractHash);
    await dora.page.getByText(project.contractHash).first().waitFor();
  });

  test('is the same PDF for both, with the hash at the foot of each page', async () => {
    const [one, other] = [
      await file(dora, `${here}/contract.pdf`),
      await file(paula, `${here}/contract.pdf`),
    ];
    expect(one.equals(other)).toBe(true);
    const pages = pdfPages(one);
    expect(pages.every((page) => page.includes(project.contractHash))).toBe(true);
    expect(pages[0]).toContain('Dora Bodoni');
  });
});

describe('an invoice', () => {
  const { page } = dora;

  test('begins with what is due, and is refused beside the field that lacks something', async () => {
    await dora.goto(`${here}/invoices`);
    await page.getByRole('link', { name: 'New invoice' }).click();
    expect(await page.getByLabel('Amount 1 in EUR').inputValue()).toBe('200');
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('Saltmarsh Press\nPaula Imprint');
    await page.getByLabel('From').fill('Dora Bodoni\nOderberger Straße 1\nBerlin');
    await page.getByLabel('Line 2').fill('Typeface licence');
    await page.getByLabel('Rate in percent').fill('19');
    await page.getByRole('button', { name: 'Issue the invoice' }).click();
    expect(dora.shown.at(-1)?.status).toBe(400);
    await page.getByRole('link', { name: 'Enter the amount of this line' }).waitFor();
    await page.getByRole('link', { name: 'Enter what the tax is called, such as VAT' }).waitFor();
    expect(await page.getByLabel('From').inputValue()).toContain('Oderberger Straße 1');
  });

  test('gets a number, and its sums', async () => {
    await page.getByLabel('Amount 2 in EUR').fill('39,90');
    await page.getByLabel('Name of the tax').fill('VAT');
    await page.getByRole('button', { name: 'Issue the invoice' }).click();
    await page.getByText('The invoice is issued, and the publisher has been told.').waitFor();
    await page.getByRole('heading', { name: 'Invoice 1', level: 1 }).waitFor();
    await page.getByRole('cell', { name: '€285.48' }).waitFor();
    expect(page.url()).toMatch(/\/invoices\/1$/);
  });

  test('is read by the publisher, on a page and on paper', async () => {
    await paula.goto(`${here}/invoices`);
    await paula.page.getByRole('link', { name: 'Invoice 1' }).click();
    await paula.page.getByText('Oderberger Straße 1').waitFor();
    const [paper = ''] = pdfPages(await file(paula, `${here}/invoices/1.pdf`));
    for (const words of ['Oderberger Straße 1', 'Typeface licence', 'VAT 19 %', '€45.58', '€285.48'])
      expect(paper).toContain(words);
    expect((await paula.goto(`${here}/invoices/new`)).status).toBe(403);
  });
});

describe('a payment', () => {
  test('is written down by the publisher, who cannot confirm it', async () => {
    const { page } = paula;
    await paula.goto(`${here}/payments`);
    await page.getByText('Approved', { exact: false }).first().waitFor();
    expect(await page.getByLabel('Amount in EUR').inputValue()).toBe('200');
    await page.getByLabel('Amount in EUR').fill('a lot');
    await page.getByLabel('Note').fill('Transfer 4711');
    await page.getByRole('button', { name: 'Write it down' }).click();
    await page.getByRole('link', { name: 'Enter an amount, such as 800 or 1,200.50' }).waitFor();
    expect(await page.getByLabel('Note').inputValue()).toBe('Transfer 4711');
    await page.getByLabel('Amount in EUR').fill('€ 239.90');
    await page.getByRole('button', { name: 'Write it down' }).click();
    await page.getByText('The payment is written down, and the other side is asked to confirm it.').waitFor();
    await page.getByRole('button', { name: /^Take back/ }).waitFor();
    expect(await page.getByRole('button', { name: /^Confirm/ }).count()).toBe(0);
  });

  test('counts once the designer has confirmed it', async () => {
    const { page } = dora;
    await dora.goto(`${here}/payments`);
    await page.getByText('Transfer 4711').waitFor();
    await page.getByText('Not confirmed yet').first().waitFor();
    await page.getByRole('button', { name: /^Confirm/ }).click();
    await page.getByText('The payment is confirmed.').waitFor();
    expect(await page.getByText('Still to pay').count()).toBe(0);
  });

  test('cannot be taken back after that, even from a page that still offers it', async () => {
    paula.forgive(/^409 /);
    await paula.page.getByRole('button', { name: /^Take back/ }).click();
    await paula.page.getByText('This payment is confirmed now.').waitFor();
    expect(paula.shown.at(-1)?.status).toBe(409);
  });
});

test('an invoice that was wrong is taken back by another', async () => {
  const { page } = dora;
  await dora.goto(`${here}/invoices/1`);
  await page.getByRole('link', { name: 'Take it back' }).click();
  await page.getByLabel('Why').fill('The address was wrong.');
  await page.getByRole('button', { name: 'Issue the correction' }).click();
  await page.getByRole('heading', { name: 'Correction 2 of invoice 1' }).waitFor();
  await page.getByRole('cell', { name: '-€285.48' }).waitFor();
  await page.getByRole('link', { name: 'See number 1' }).click();
  await page.getByText('Correction 2').first().waitFor();
  expect(await page.getByRole('link', { name: 'Take it back' }).count()).toBe(0);
  expect((await dora.goto(`${here}/invoices/1/correct`)).status).toBe(409);
});
