/** Harriet publishes a brief: half of it today, the rest when she knows it, nothing typed twice. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { openReader } from '#app/testing/browser.ts';
import { good } from '#app/testing/corpus.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct();
const harriet = await openReader(product.origin);
const stranger = await openReader(product.origin, { viewport: { width: 390, height: 800 } });
const { page } = harriet;

const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const group = (name: string) => page.getByRole('group', { name, exact: true });
const status = () => harriet.shown.at(-1)?.status;
/** A day so many days from now, as a date field takes it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The page of the brief, once it has one. */
let brief = '';

describe('a draft', () => {
  test('is saved half-way, with as little as a title', async () => {
    await harriet.signIn('Harriet Vane-Okafor');
    await harriet.goto('/briefs/new');
    await page.getByLabel('Title', { exact: true }).fill('The Salt Road');
    await page.getByLabel('Author’s name').fill('Maren Holt');
    await press('Save and go on to the market');
    await says('The brief is saved.');
    expect(page.url()).toMatch(/\/briefs\/[0-9a-f-]{36}\/edit#market$/);
  });

  test('takes comparable covers, and lets go of them, without saving', async () => {
    await page.getByLabel('Audience').selectOption('Adult');
    await press('Add a cover');
    await group('Cover 1').getByLabel('Title').fill('The Essex Serpent');
    await press('Add another cover');
    await group('Cover 2').getByLabel('Title').fill('The Wager');
    await group('Cover 2').getByLabel('What you like about it').fill('Type that is half under water');
    await press('Remove cover 1');
    await group('Cover 2').waitFor({ state: 'detached' });
    expect(await group('Cover 1').getByLabel('Title').inputValue()).toBe('The Wager');
    expect(await group('Cover 1').getByLabel('What you like about it').inputValue()).toContain('under water');
    // What was typed elsewhere on the page is still there.
    expect(await page.getByLabel('Audience').inputValue()).toBe('adult');
    expect(await page.getByLabel('Title', { exact: true }).first().inputValue()).toBe('The Salt Road');
  });

  test('takes two formats, one of them for print', async () => {
    if ((await group('Format 1').count()) === 0) await press('Add a format');
    await group('Format 1').getByLabel('Kind').selectOption('Ebook front');
    await press('Add another format');
    await group('Format 2').getByLabel('Kind').selectOption('Paperback wrap');
    await group('Format 2').getByLabel('Printer').selectOption('Amazon KDP');
    await group('Format 2').getByLabel('Trim size').fill('129 x 198');
    await group('Format 2').getByLabel('Paper').selectOption('Cream');
    await group('Format 2')
      .getByLabel(/^Pages/)
      .fill('320');
  });

  test('is not published while something is missing, and says what, with the way there', async () => {
    await press('Save and publish');
    expect(status()).toBe(400);
    const summary = page.getByRole('alert');
    expect(await summary.getByRole('link').allTextContents()).toEqual([
      'Choose a genre',
      'Enter the day the final files are due',
    ]);
    await summary.getByRole('link', { name: 'Choose a genre' }).click();
    expect(await page.locator(':target').evaluate((one) => one.tagName)).toBe('SELECT');
    expect(await group('Format 2').getByLabel('Trim size').inputValue()).toMatch(/^129/);
    expect(await group('Cover 1').getByLabel('Title').inputValue()).toBe('The Wager');
  });

  test('is published once it is mended, and once only, however often the button is pressed', async () => {
    await page.getByLabel('Genre').selectOption('Literary fiction');
    await page.getByLabel('Final files due').fill(inDays(60));
    await page.getByRole('button', { name: 'Save and publish' }).dblclick();
    await says('Your brief is published.');
    brief = page.url();
    const rows = await product.db
      .select({ state: briefs.state, formatKinds: briefs.formatKinds })
      .from(briefs);
    expect(rows).toEqual([{ state: 'open', formatKinds: ['ebook_front', 'paperback_wrap'] }]);
    const events = await product.sql<
      { type: string }[]
    >`select type from events where type = 'brief.published'`;
    expect(events.length).toBe(1);
    await says('The Wager');
    await says('129 × 198 mm');
  });
});

describe('a published brief', () => {
  test('takes a reference image, as a step of its own, for everyone who may read it', async () => {
    await harriet.goto(`${brief}/references`);
    await page.getByLabel('Caption').fill('The light on the marsh');
    const picture = await good['cover.webp'](path.join(product.dataDir, 'marsh.webp'));
    await page.getByLabel('Picture', { exact: true }).setInputFiles(picture);
    await press('Add the picture');
    await says('The light on the marsh');

    await stranger.signIn('Nobody');
    await stranger.goto(brief);
    const shown = stranger.page.getByRole('img', { name: 'The light on the marsh' });
    await shown.waitFor();
    expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  });

  test('is read by somebody who is not signed in, who found it in the list', async () => {
    await stranger.signIn('Nobody');
    await stranger.goto('/');
    await stranger.goto('/briefs?genre=literary_fiction&format=paperback_wrap');
    await stranger.page.getByRole('link', { name: 'The Salt Road' }).first().click();
    await stranger.page.getByRole('heading', { name: 'The Salt Road' }).first().waitFor();
    await stranger.goto('/briefs?genre=poetry');
    await stranger.page.getByText('No open brief matches').waitFor();
    await stranger.goto('/briefs?q=salt+raod');
    await stranger.page.getByText('The Salt Road').first().waitFor();
  });

  test('is paused, reopened and, after a question, closed', async () => {
    await harriet.goto(brief);
    await press('Pause');
    await says('The brief is paused.');
    await press('Reopen');
    await says('The brief is open again.');
    await page.getByRole('link', { name: 'Close' }).click();
    await says('Close this brief?');
    await press('Close');
    await says('The brief is closed.');
    await stranger.goto('/briefs');
    expect(await stranger.page.getByRole('link', { name: 'The Salt Road' }).count()).toBe(0);
  });

  test('that was changed in another window is compared, not overwritten', async () => {
    await press('Reopen');
    await says('The brief is open again.');
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Subtitle').waitFor();
    const other = await harriet.context.newPage();
    await other.goto(page.url());
    await other.getByLabel('Subtitle').fill('A Novel');
    await other.getByRole('button', { name: 'Save changes' }).first().click();
    await other.getByText('The brief is saved.').waitFor();
    await other.close();
    await page.getByLabel('Subtitle').fill('A Story in Five Tides');
    await press('Save changes');
    await says('This brief was saved in another window since you opened it');
    expect(status()).toBe(409);
    await page.getByRole('table').getByText('A Novel').waitFor();
    expect(await page.getByLabel('Subtitle').inputValue()).toBe('A Story in Five Tides');
    await press('Save changes');
    await says('The brief is saved.');
    await says('A Story in Five Tides');
  });

  test('is duplicated as a draft of its own, and listed among hers', async () => {
    await press('Duplicate');
    await page.waitForURL(/\/briefs\/[0-9a-f-]{36}/);
    await harriet.goto('/briefs/mine');
    expect(await page.getByRole('link', { name: /The Salt Road/ }).count()).toBeGreaterThanOrEqual(2);
  });
});

describe('what cannot be', () => {
  test('a fee that is no number and a date that is none are refused, and stay as typed', async () => {
    await harriet.goto('/briefs/new');
    await page.getByLabel('Title', { exact: true }).fill('Numbers');
    await page.getByLabel('Amount').fill('lots');
    await page.getByLabel('ISBN').fill('12345');
    await press('Save draft');
    expect(status()).toBe(400);
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Amount').inputValue()).toBe('lots');
    expect(await page.getByLabel('ISBN').inputValue()).toBe('12345');
  });

  test('a refused form is a step back, as it was typed', async () => {
    const tab = await harriet.context.newPage();
    await tab.goto('/briefs/new');
    await tab.getByLabel('Title', { exact: true }).fill('Second Thoughts');
    await tab.getByRole('button', { name: 'Save and publish' }).click();
    await tab.getByRole('alert').waitFor();
    await tab.getByRole('link', { name: 'My briefs' }).first().click();
    await tab.getByRole('heading', { name: 'My briefs' }).waitFor();
    await tab.goBack();
    expect(await tab.getByLabel('Title', { exact: true }).inputValue()).toBe('Second Thoughts');
    await tab.close();
  });

  test('a move that is no longer there says where the brief stands', async () => {
    const [{ id = '' } = {}] = await product.sql<
      { id: string }[]
    >`select id from briefs where state = 'open'`;
    expect((await harriet.goto(`/briefs/${id}/move/reopen`)).status).toBe(409);
    await says('This brief is open now.');
    expect((await harriet.goto(`/briefs/${id}/move/sell`)).status).toBe(404);
  });

  test('a designer cannot post one', async () => {
    await stranger.signIn('Dario Lindqvist');
    expect((await stranger.goto('/briefs/new')).status).toBe(403);
    await stranger.page.getByText('This page is for publishers and authors.').waitFor();
  });
});
