/** An author who has no account finds out how large a cover is, and a program asks the same. */
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openReader } from '#app/testing/browser.ts';
import { send } from '#app/testing/http.ts';
import { startProduct } from '#app/testing/server.ts';

const { origin } = await startProduct({ worker: false });
const reader = await openReader(origin);
const scripted = await openReader(origin, { javaScript: true });
const phone = await openReader(origin, { viewport: { width: 360, height: 740 } });

const PAGE = '/tools/cover-size';
const KDP = 'printer=kdp&format=paperback_wrap';
const BOOK = `${KDP}&trim=6x9&paper=white&pages=200`;

describe('an author looks for the size of a cover', () => {
  const { page, goto } = reader;
  const typed = (name: string) => page.getByRole('textbox', { name });
  const chosen = (name: string) => page.getByRole('combobox', { name });
  const fact = (term: string) =>
    page.locator('dl div', { has: page.locator('dt', { hasText: term }) }).first();
  const show = () => page.getByRole('button', { name: 'Show the numbers' }).click();

  test('finds the calculator from the foot of every page, and an example in it', async () => {
    await goto('/');
    await page.getByRole('link', { name: 'How large is the cover?' }).click();
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(
      'For example: KDP paperback, 6 × 9 in, white paper, 200 pages',
    );
    expect(await fact('Whole cover').textContent()).toContain('12.7004 × 9.25 in = 322.59 × 234.95 mm');
    expect(await page.getByRole('img', { name: /drawn to scale/ }).count()).toBe(1);
  });

  test('asks for their own book, in millimetres, and gets an address for it', async () => {
    await chosen('Trim size').fill('129 × 198 mm');
    await chosen('Paper').selectOption('Cream');
    await typed('Pages').fill('287');
    await show();
    expect(await page.locator('.lede').first().textContent()).toContain('Spine 0.72 in');
    expect(await fact('Spine').textContent()).toContain('0.72 in = 18.29 mm');
    expect(await fact('Text on the spine').textContent()).toContain('Allowed');
    const shown = await page.locator('#numbers').innerHTML();
    await page.getByRole('link', { name: 'Link to these numbers' }).click();
    expect(new URL(page.url()).search).toBe(
      '?printer=kdp&format=paperback_wrap&trim=129x198mm&paper=cream&pages=287',
    );
    expect(await page.locator('#numbers').innerHTML()).toBe(shown);
    expect(await typed('Pages').inputValue()).toBe('287');
  });

  test('types a count the printer does not take, and is told the range beside it, and the nearest', async () => {
    await chosen('Trim size').fill('6 x 9');
    await chosen('Paper').selectOption('White');
    await typed('Pages').fill('830');
    await show();
    expect(reader.shown.at(-1)?.status).toBe(422);
    expect(await page.getByRole('alert').textContent()).toContain('24 to 828 pages; this has 830');
    expect(await page.locator('#pages-error').textContent()).toContain('24 to 828 pages');
    expect(await chosen('Trim size').inputValue()).toBe('6 x 9');
    expect(await typed('Pages').inputValue()).toBe('830');
    await page.getByRole('link', { name: 'Take 828 pages' }).click();
    expect(reader.shown.at(-1)?.status).toBe(200);
    expect(await typed('Pages').inputValue()).toBe('828');
  });

  test('writes what nobody can read, and keeps it', async () => {
    await chosen('Trim size').fill('A5');
    await typed('Pages').fill('about 200');
    await show();
    expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
      expect.stringContaining('6 × 9 in or 129 × 198 mm'),
      expect.stringContaining('such as 200'),
    ]);
    expect(await chosen('Trim size').inputValue()).toBe('A5');
  });

  test('wants the ebook too: what does not matter to it is left aside', async () => {
    await chosen('Cover').selectOption('Ebook front');
    await show();
    expect(await fact('Size').textContent()).toContain('1600 × 2560 px');
    expect(await page.getByText('left aside').textContent()).toContain('trim size, paper, pages');
    expect(await chosen('Trim size').inputValue()).toBe('A5');
  });

  test('has a printer that publishes no spine, and a book read from the right', async () => {
    await goto(`${PAGE}?printer=ingramspark&format=paperback_wrap&trim=6x9`);
    expect(await page.locator('#spine-error').textContent()).toContain('take it from its template');
    await typed('Spine width').fill('12.5 mm');
    await page.getByText('More: direction, resolution').click();
    await page.getByLabel(/^Right to left/).check();
    await show();
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toContain(
      'read from right to left',
    );
    await page.getByText('Where everything lies').click();
    expect(await page.getByRole('row', { name: /^Front/ }).textContent()).toBe('Front0.1250.12569');
    expect(await page.getByLabel(/^Right to left/).isChecked()).toBe(true);
  });
});

describe('with JavaScript', () => {
  const { page, goto, shown, forgive } = scripted;
  const numbers = page.locator('#numbers');
  const pages = page.getByRole('textbox', { name: 'Pages' });
  const says = (number: string) => numbers.locator('dd').getByText(number).first().waitFor();

  test('the numbers follow the form as it is filled in, and nothing is loaded anew', async () => {
    await goto(PAGE);
    await page.getByText('Where everything lies').click();
    await pages.fill('300');
    await says('0.6756 in');
    expect(await page.locator('.lede').first().textContent()).toContain('Spine 0.6756 in');
    expect(await page.getByRole('status').textContent()).toBe(
      'Spine 0.6756 in, whole cover 12.9256 × 9.25 in',
    );
    expect(await page.getByRole('row', { name: /^Front/ }).isVisible()).toBe(true);
    expect(await pages.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByRole('combobox', { name: 'Paper' }).selectOption('Cream');
    await says('0.75 in');
    expect(new URL(page.url()).searchParams.get('paper')).toBe('cream');
    expect(await page.title()).toBe('Spine 0.75 in, whole cover 13 × 9.25 in · Dustjacket');
    expect(shown).toHaveLength(1);
    // The address is the page's: asked for, it shows the same.
    const followed = await numbers.textContent();
    await page.reload();
    expect(await numbers.textContent()).toBe(followed);
  });

  test('what is refused is said there too, and what was wrong does not stay', async () => {
    forgive(/^422 for /);
    await goto(`${PAGE}?${KDP}&trim=6x9&paper=white&pages=830`);
    await page.getByRole('alert').waitFor();
    await pages.fill('832');
    await numbers.getByText('24 to 828 pages; this has 832').waitFor();
    expect(await page.locator('.error-summary, .error, [aria-invalid]').count()).toBe(0);
    await pages.fill('828');
    await says('1.8647 in');
  });

  test('a line that fails leaves the page as it was, and its button works', async () => {
    forgive(/failed: net::ERR_INTERNET_DISCONNECTED/);
    await goto(`${PAGE}?${BOOK}`);
    const before = await numbers.innerHTML();
    await scripted.context.setOffline(true);
    const failed = page.waitForEvent('requestfailed');
    await pages.fill('300');
    await failed;
    expect(await numbers.innerHTML()).toBe(before);
    await scripted.context.setOffline(false);
    await page.getByRole('button', { name: 'Show the numbers' }).click();
    await says('0.6756 in');
  });
});

test('on a phone the numbers most wanted stand on top, and nothing is wider than the screen', async () => {
  const { page, goto } = phone;
  await goto(`${PAGE}?${BOOK}`);
  expect(await page.getByText('Spine 0.4504 in, whole cover 12.7004 × 9.25 in.').isVisible()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

describe('the page', () => {
  test('sends one script, small, and may run no other; other pages send none', async () => {
    const { headers, text } = await send(origin, PAGE);
    const [, src = ''] = /<script type="module" src="([^"]+)">/.exec(text) ?? [];
    expect(String(headers['content-security-policy']).split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'"]),
    );
    const script = await send(origin, src);
    expect([script.status, script.headers['cache-control']]).toEqual([
      ...[200, 'public, max-age=31536000, immutable'],
    ]);
    expect(brotliCompressSync(script.text).byteLength).toBeLessThan(2048);
    for (const path of ['/', '/covers', '/tools/nothing']) {
      const other = await send(origin, path);
      expect(other.text, path).not.toContain('<script');
      expect(other.headers['content-security-policy'], path).not.toMatch(/script-src|connect-src/);
    }
  });

  test('is the same for every stranger, and small', async () => {
    for (const path of [PAGE, `${PAGE}?${BOOK}`]) {
      const { status, headers, text } = await send(origin, path, {
        headers: { Cookie: 'dev-signed-out=IjEi' },
      });
      expect(status).toBe(200);
      expect(headers['cache-control'], path).toMatch(/^public.*s-maxage/);
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
      expect(brotliCompressSync(text, quality).byteLength, path).toBeLessThan(11 * 1024);
    }
    const refused = await send(origin, `${PAGE}?${KDP}&trim=6x9&paper=white&pages=22`);
    expect([refused.status, refused.headers['cache-control']]).toEqual([422, 'private, no-cache']);
  });
});

describe('a program', () => {
  const ask = (query: string, headers: Record<string, string> = {}) =>
    send(origin, `/api/v1/cover-specs?${query}`, { headers });

  test('asks for the same as data, from any site, and once', async () => {
    const { status, headers, text } = await ask(BOOK, { Origin: 'https://elsewhere.example' });
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cache-control']).toMatch(/^public, .*s-maxage=3600/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['set-cookie']).toBeUndefined();
    expect(JSON.parse(text)).toMatchObject({
      ...{ unit: 'in', pages: 200, spine: 0.4504, width: 12.7004, height: 9.25, spineText: true },
      px: { dpi: 300, width: 3810, height: 2775 },
      boxes: { back: { x: 0.125, y: 0.125, w: 6, h: 9 } },
      limits: { pages: { min: 24, max: 828 } },
    });
    const again = await ask(BOOK, { 'If-None-Match': String(headers['etag']) });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test.each([
    [`${KDP}&trim=6x9&paper=white&pages=22`, 'pages', { min: 24, max: 828 }],
    [`${KDP}&trim=6x9&paper=white&pages=830`, 'pages', { min: 24, max: 828 }],
    [`${KDP}&trim=8.5x11&paper=white&pages=592`, 'pages', { min: 24, max: 590 }],
    [`${KDP}&trim=8.5x11&paper=cream&pages=552`, 'pages', { min: 24, max: 550 }],
    [`${KDP}&trim=6x9&paper=standard_color&pages=70`, 'pages', { min: 72, max: 600 }],
    [`${KDP}&trim=8.27x11.69&paper=standard_color&pages=200`, 'paper', expect.arrayContaining(['white'])],
    ['printer=kdp&format=hardcover_case&trim=8.5x11&paper=white&pages=200', 'trim', expect.any(Array)],
    ['printer=kdp&format=hardcover_case&trim=6x9&paper=groundwood&pages=200', 'paper', expect.any(Array)],
    ['printer=kdp&format=hardcover_case&trim=6x9&paper=white&pages=72', 'pages', { min: 76, max: 550 }],
    ['printer=kdp&format=hardcover_case&trim=6x9&paper=white&pages=552', 'pages', { min: 76, max: 550 }],
    [`${KDP}&trim=letter&paper=white&pages=200`, 'trim', null],
  ])('is refused %s with the field and what would do', async (query, field, allowed: unknown) => {
    const { status, headers, text } = await ask(query);
    expect([status, headers['content-type']]).toEqual([422, 'application/problem+json']);
    expect(headers['access-control-allow-origin']).toBe('*');
    const problem = JSON.parse(text) as { status: number; detail: string; errors: { reason: string }[] };
    expect(problem).toMatchObject({ status: 422, errors: [{ field, allowed }] });
    expect(problem.detail).toContain(problem.errors[0]?.reason);
  });
});
