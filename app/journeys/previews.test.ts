/** Dario uploads the wrap of a paperback and looks at it as its readers will; then a stranger does. JavaScript is off. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brotli } from '#app/testing/bench/document.ts';
import { openReader, type Reader } from '#app/testing/browser.ts';
import { coloursAt, good, quarters, QUARTERS } from '#app/testing/corpus.ts';
import { startProduct } from '#app/testing/server.ts';
import { until } from '#app/testing/until.ts';

const product = await startProduct();
const dario = await openReader(product.origin);
const stranger = await openReader(product.origin, { viewport: { width: 360, height: 800 } });
const { page } = dario;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dustjacket-previews-'));
  await good['phone photo.jpg'](path.join(folder, 'front.jpg'));
  // 12.7 × 9.25 in at 300 dpi. Its quarters meet in the middle of the spine.
  await quarters(3810, 2775).jpeg({ quality: 95 }).toFile(path.join(folder, 'wrap.jpg'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function addCover(file: string, title: string, format: string) {
  await dario.goto('/portfolio/new');
  await page.getByLabel('Picture of the cover').setInputFiles(path.join(folder, file));
  await page.getByRole('button', { name: /^Upload/ }).click();
  await page.getByLabel('Title of the book').fill(title);
  await page.getByLabel('Author, as on the cover').fill('Maren Holt');
  await page.getByLabel('Genre').selectOption('Fantasy');
  await page.getByLabel('Format').selectOption(format);
  await page.getByRole('button', { name: 'Save and show' }).click();
  await page.getByText('Saved. Everyone can see this cover.').waitFor();
}

const ready = () =>
  until('every picture is ready', 30_000, async () => {
    const rows = await product.sql<{ state: string }[]>`select state from images`;
    return rows.every(({ state }) => state === 'ready');
  });

/** Every picture of the page as it came: its file, its own size, and the room it was given before it came. */
const picturesOf = async ({ page: at }: Reader) =>
  at.locator('main img').evaluateAll((all) =>
    Promise.all(
      all.map(async (one) => {
        const image = one as HTMLImageElement;
        image.loading = 'eager';
        await image.decode();
        const file = new URL(image.currentSrc).pathname.split('/').at(-1);
        const room = Number(image.getAttribute('height')) / Number(image.getAttribute('width'));
        const own = image.naturalHeight / image.naturalWidth;
        return { file, width: image.naturalWidth, steady: Math.abs(room - own) < 0.02 };
      }),
    ),
  );

const printed = async (fields: Record<string, string>) => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByLabel('Paper').selectOption('White');
  await page.getByRole('button', { name: 'Show it so' }).click();
};

describe('a designer', () => {
  test('finds the previews from the page where a cover is edited', async () => {
    await dario.signIn('Dario Lindqvist');
    await addCover('front.jpg', 'Night Orchard', 'Ebook front');
    await addCover('wrap.jpg', 'The Long Margin', 'Paperback wrap');
    await ready();
    await page.getByRole('link', { name: /^Edit ?: The Long Margin$/ }).click();
    await page.getByRole('link', { name: 'See it as readers will' }).click();
    await page.getByRole('heading', { name: 'The Long Margin, as readers will see it' }).waitFor();
  });

  test('sees the front of the wrap small, in grey, as a book, and among others of its genre', async () => {
    const pictures = await picturesOf(dario);
    expect(pictures.slice(0, 4)).toMatchObject([
      { file: 'wrap-thumbnail.jpeg', width: 100, steady: true },
      { file: 'wrap-thumbnail.jpeg', width: 100, steady: true },
      { file: 'wrap-grey.png', steady: true },
      { file: 'wrap-mockup.webp', width: 520, steady: true },
    ]);
    const shelf = page.getByRole('group', { name: 'Covers of its genre' });
    expect(await shelf.locator('cite').allTextContents()).toEqual(['Night Orchard', 'The Long Margin']);
    await shelf.getByText('This cover').waitFor();
  });

  test('says what it was printed to, and holds the spine to a ruler', async () => {
    await printed({ 'Trim size': '6 × 9 in', Pages: '200' });
    await page.getByRole('heading', { name: 'KDP paperback, 6 × 9 in, 200 pages' }).waitFor();
    await page.getByText('0.4504 in, or 11.44 mm. It may carry text.').waitFor();
    expect(await page.getByText('The picture does not fit this cover.').count()).toBe(0);
    const spine = page.getByRole('img', { name: 'The spine of the cover' });
    const box = await spine.boundingBox();
    expect(box?.width).toBeCloseTo(0.4504 * 96, 0);
    expect(box?.height).toBeCloseTo(9 * 96, 0);
    // The quarters meet in the middle of it, left and right as well as above and below.
    const middles = [0.3, 0.7].flatMap((y) => [0.3, 0.7].map((x) => ({ x, y })));
    const seen = await coloursAt(await spine.screenshot(), middles);
    seen.forEach((colour, quarter) =>
      colour.forEach((c, i) => expect(Math.abs(c - (QUARTERS[quarter]?.[i] ?? NaN))).toBeLessThan(20)),
    );
    await page.getByRole('img', { name: /^The guides of KDP paperback, 6 × 9 in, 200 pages/ }).waitFor();
  });

  test('is told when the picture was made for another book, and where an answer cannot be read', async () => {
    await printed({ 'Trim size': '6 × 9 in', Pages: '400' });
    await page.getByText('The picture does not fit this cover.').waitFor();
    await printed({ 'Trim size': 'as large as life', Pages: '400' });
    await page.getByRole('link', { name: /^Write width × height/ }).waitFor();
    expect(await page.getByLabel('Trim size').inputValue()).toBe('as large as life');
    expect(await page.getByLabel('Pages').inputValue()).toBe('400');
  });

  test('sees a draft too, which has no shelf until it has a genre', async () => {
    await dario.goto('/portfolio/new');
    await page.getByLabel('Picture of the cover').setInputFiles(path.join(folder, 'front.jpg'));
    await page.getByRole('button', { name: /^Upload/ }).click();
    await page.getByText('The picture is kept.').waitFor();
    await ready();
    await page.getByRole('link', { name: 'See it as readers will' }).click();
    await page.getByRole('heading', { name: 'On a table' }).waitFor();
    expect(await page.getByRole('heading', { name: 'On a shelf' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Choose its genre' }).click();
    expect(new URL(page.url()).hash).toBe('#genre');
  });
});

describe('somebody who is not signed in', () => {
  test('looks at a cover on a telephone, within what a slow line carries', async () => {
    await stranger.signIn('Nobody');
    await stranger.goto('/covers');
    await stranger.page.getByRole('link', { name: 'Night Orchard' }).first().click();
    const asked: string[] = [];
    stranger.page.on('request', (request) => void asked.push(request.url()));
    await stranger.page.getByRole('link', { name: 'See it as readers will' }).click();
    await stranger.page.getByRole('heading', { name: 'On a shelf' }).waitFor();
    const pictures = await picturesOf(stranger);
    expect(pictures.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['front-thumbnail.jpeg', 'front-grey.png', 'front-mockup.webp']),
    );
    expect(pictures.every(({ steady }) => steady)).toBe(true);
    expect(new Set(asked).size).toBeLessThanOrEqual(15);
    expect(brotli(stranger.shown.at(-1)?.html ?? '').length).toBeLessThan(11 * 1024);
    const width = await stranger.page.locator('html').evaluate((html) => html.scrollWidth);
    expect(width).toBe(360);
  });

  test('reads without pictures why there is nothing to see', async () => {
    await stranger.page.getByRole('button', { name: 'Turn pictures off' }).click();
    await stranger.page.getByText('This page is made of pictures').waitFor();
    expect(await stranger.page.locator('main img').count()).toBe(0);
    await stranger.page.getByRole('button', { name: 'Turn pictures on' }).click();
    await stranger.page.getByRole('heading', { name: 'On a table' }).waitFor();
  });

  test('may keep what is shown for ever, until the cover is removed', async () => {
    const [{ prefix = '' } = {}] = await product.sql<{ prefix: string }[]>`
      select prefix from images join pieces on image_id = images.id where title = 'The Long Margin'`;
    const client = await product.client();
    const mockup = () => client.get(`/media/${prefix}/wrap-mockup.webp`);
    const { status, headers } = await mockup();
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'image/webp' });
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    await dario.goto('/portfolio');
    await page.getByRole('link', { name: /^Delete ?: The Long Margin$/ }).click();
    await page.getByRole('button', { name: 'Delete the cover' }).click();
    await until('its views are gone', 10_000, async () => (await mockup()).status === 404);
  });
});
