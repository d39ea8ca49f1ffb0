/** Dario shows his covers: three files of the kind people really send, put in order, seen by somebody who is not signed in. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReader } from '#app/testing/browser.ts';
import { good, heavy, hostile } from '#app/testing/corpus.ts';
import { startProduct } from '#app/testing/server.ts';
import { until } from '#app/testing/until.ts';

const product = await startProduct();
const dario = await openReader(product.origin);
const stranger = await openReader(product.origin, { viewport: { width: 390, height: 800 } });
const { page } = dario;

const COVERS = [
  { title: 'Saltwater Letters', genre: 'Literary fiction', file: 'CMYK.jpg' },
  { title: 'The Seventh Ledger', genre: 'Crime & thriller', file: 'phone photo.jpg' },
  { title: 'Night Orchard', genre: 'Fantasy', file: '40 MP.png' },
] as const;

let folder = '';
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dustjacket-pictures-'));
  await Promise.all([
    good['CMYK.jpg'](at('CMYK.jpg')),
    good['phone photo.jpg'](at('phone photo.jpg')),
    heavy['40 MP.png'](at('40 MP.png')),
    hostile['text.png'][1](at('text.png')),
    writeFile(at('script.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
/** The name of a control that says in hidden words which cover it is for. */
const of = (control: string, title: string) => new RegExp(`^${control} ?: ${title}$`);
const titles = () => page.locator('main li.card h2').allTextContents();

async function upload(file: string) {
  await page.getByLabel('Picture of the cover').setInputFiles(file ? at(file) : []);
  await page.getByRole('button', { name: /^Upload/ }).click();
}

async function describeCover({ title, genre }: { title: string; genre: string }) {
  await page.getByLabel('Title of the book').fill(title);
  await page.getByLabel('Author, as on the cover').fill('Maren Holt');
  await page.getByLabel('Genre').selectOption(genre);
  await page.getByLabel('Format').selectOption('Ebook front');
  await page.getByRole('button', { name: 'Save and show' }).click();
}

describe('a first cover', () => {
  test('starts from an empty portfolio', async () => {
    await dario.signIn('Dario Lindqvist');
    await dario.goto('/portfolio');
    await page.getByRole('link', { name: 'Add a cover' }).click();
    await says('The picture first');
  });

  test('is asked for when none was chosen, and refused with a reason when it is no picture', async () => {
    await upload('');
    expect(dario.shown.at(-1)?.status).toBe(400);
    await page.getByRole('link', { name: 'Choose a picture to upload' }).waitFor();
    await upload('text.png');
    await page.getByRole('alert').waitFor();
    expect(dario.shown.at(-1)?.status).toBeGreaterThanOrEqual(400);
    await upload('script.svg');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(/JPEG/);
  });

  test('is kept as a draft until the book is named', async () => {
    await upload(COVERS[0].file);
    await says('The picture is kept.');
    await page.getByLabel('Title of the book').fill(COVERS[0].title);
    await page.getByRole('button', { name: 'Save and show' }).click();
    await says('Saved as a draft.');
    await page.getByRole('link', { name: 'Choose a genre' }).click();
    expect(new URL(page.url()).hash).toBe('#genre');
    await describeCover(COVERS[0]);
    await says('Saved. Everyone can see this cover.');
  });
});

describe('more covers', () => {
  test.each(COVERS.slice(1))('$title, a $file', async (cover) => {
    await dario.goto('/portfolio/new');
    await upload(cover.file);
    await says('The picture is kept.');
    await describeCover(cover);
    await says('Saved. Everyone can see this cover.');
  });

  test('stand in the order they came, and move by buttons', async () => {
    const [first, second, third] = [COVERS[0].title, COVERS[1].title, COVERS[2].title];
    expect(await titles()).toEqual([first, second, third]);
    await page.getByRole('button', { name: of('First', third) }).click();
    await says('Moved to place 1 of 3.');
    expect(await titles()).toEqual([third, first, second]);
  });

  test('move once when the button is pressed twice', async () => {
    const [first, second, third] = [COVERS[0].title, COVERS[1].title, COVERS[2].title];
    await page.getByRole('button', { name: of('Later', third) }).dblclick();
    await says(/Moved to place 2 of 3|The order had changed/);
    await dario.goto('/portfolio');
    expect(await titles()).toEqual([first, third, second]);
  });

  test('are prepared by the worker, upright', async () => {
    await until('every picture is ready', 30_000, async () => {
      const images = await product.sql<{ state: string }[]>`select state from images`;
      return images.length === COVERS.length && images.every(({ state }) => state === 'ready');
    });
    await dario.goto('/portfolio');
    const pictures = page.locator('main img');
    expect(await pictures.count()).toBe(COVERS.length);
    for (const picture of await pictures.all()) {
      const { currentSrc, naturalWidth, naturalHeight } = await picture.evaluate((one: HTMLImageElement) =>
        one.decode().then(() => ({
          currentSrc: one.currentSrc,
          naturalWidth: one.naturalWidth,
          naturalHeight: one.naturalHeight,
        })),
      );
      expect(currentSrc).toMatch(/\.avif$/);
      expect(naturalHeight).toBeGreaterThan(naturalWidth);
    }
  });
});

describe('somebody who is not signed in', () => {
  test('sees the covers, newest first, and each on a page of its own', async () => {
    await stranger.signIn('Nobody');
    await stranger.goto('/covers');
    const shown = await stranger.page.locator('main').textContent();
    const places = [...COVERS].reverse().map(({ title }) => shown?.indexOf(title) ?? -1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    await stranger.page.getByRole('link', { name: 'Night Orchard' }).first().click();
    await stranger.page.getByRole('heading', { name: 'Night Orchard' }).waitFor();
  });

  test('filters them by links, and finds them by words', async () => {
    await stranger.goto('/covers?genre=fantasy');
    await stranger.page.getByText('Night Orchard').first().waitFor();
    expect(await stranger.page.getByText('Saltwater Letters').count()).toBe(0);
    await stranger.goto('/covers?q=ledger');
    await stranger.page.getByText('The Seventh Ledger').first().waitFor();
    expect(await stranger.page.getByText('Night Orchard').count()).toBe(0);
    await stranger.goto('/covers?q=nothing+of+the+kind');
    await stranger.page.getByText('No cover fits all of that').waitFor();
  });

  test('reads without pictures, by a button that is remembered', async () => {
    await stranger.goto('/covers');
    expect(await stranger.page.locator('main img').count()).toBeGreaterThan(0);
    await stranger.page.getByRole('button', { name: 'Turn pictures off' }).click();
    await stranger.page.getByText('Pictures are off.').first().waitFor();
    expect(new URL(stranger.page.url()).pathname).toBe('/covers');
    expect(await stranger.page.locator('main img').count()).toBe(0);
    await stranger.goto('/designers');
    expect(await stranger.page.locator('main img').count()).toBe(0);
    await stranger.page.getByRole('button', { name: 'Turn pictures on' }).click();
    await stranger.page.getByText('Pictures are on.').first().waitFor();
    expect(await stranger.page.locator('main img').count()).toBeGreaterThan(0);
  });

  test('is sent to sign in where a portfolio would be', async () => {
    await stranger.goto('/portfolio');
    expect(stranger.page.url()).toContain('/dev/sign-in?to=%2Fportfolio');
  });
});

describe('afterwards', () => {
  test('what a shop would say of a file is hinted at, and refuses nothing', async () => {
    await dario.goto('/portfolio');
    await page.getByRole('link', { name: of('Edit', 'Saltwater Letters') }).click();
    await page.getByText('3 hints about the file').click();
    await says('The colours are CMYK, not RGB.');
    await says('The shape is not the one that shops show best.');
  });

  test('two windows change one cover, and nothing typed is lost', async () => {
    await dario.goto('/portfolio');
    await page.getByRole('link', { name: of('Edit', 'Night Orchard') }).click();
    await page.getByLabel('Publisher').waitFor();
    const other = await dario.context.newPage();
    await other.goto(page.url());
    await other.getByLabel('Publisher').fill('Saltmarsh Press');
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await other.getByText('Saved. Everyone can see this cover.').waitFor();
    await other.close();
    await page.getByLabel('Publisher').fill('Lantern Books');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await says('Nothing was overwritten');
    expect(dario.shown.at(-1)?.status).toBe(409);
    expect(await page.getByLabel('Publisher').inputValue()).toBe('Lantern Books');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await says('Saved. Everyone can see this cover.');
  });

  test('a picture is replaced, and the details stay', async () => {
    await dario.goto('/portfolio');
    await page.getByRole('link', { name: of('Replace picture', 'Night Orchard') }).click();
    await page.getByLabel('New picture of the cover').setInputFiles(at('CMYK.jpg'));
    await page.getByRole('button', { name: 'Upload and replace' }).click();
    await says('The picture is replaced.');
    expect(await page.getByLabel('Publisher').inputValue()).toBe('Lantern Books');
  });

  test('a cover is deleted, after a question, with its files', async () => {
    const [{ prefix = '' } = {}] = await product.sql<{ prefix: string }[]>`
      select prefix from images join pieces on image_id = images.id where title = 'Saltwater Letters'`;
    await dario.goto('/portfolio');
    await page.getByRole('link', { name: of('Delete', 'Saltwater Letters') }).click();
    await says('This cannot be undone.');
    await page.getByRole('button', { name: 'Delete the cover' }).click();
    await says('The cover is deleted.');
    expect(await titles()).toEqual(['Night Orchard', 'The Seventh Ledger']);
    const client = await product.client();
    await until('its pictures are gone', 10_000, async () => {
      return (await client.get(`/media/${prefix}/320.jpeg`)).status === 404;
    });
  });

  test('what is gone says so', async () => {
    expect((await dario.goto('/portfolio/00000000-0000-4000-8000-000000000000/edit')).status).toBe(404);
    await stranger.signIn('Harriet Vane-Okafor');
    expect((await stranger.goto('/portfolio')).status).toBe(403);
    await stranger.page.getByText('This page is for designers.').waitFor();
  });
});
