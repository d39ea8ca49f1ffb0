/** A designer takes the template of a cover from the calculator, and keeps it. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openReader } from '#app/testing/browser.ts';
import { htmlProblems } from '#app/testing/html.ts';
import { startProduct } from '#app/testing/server.ts';

const { origin } = await startProduct({ worker: false });
const { page, goto, forgive } = await openReader(origin);

const BOOK = 'printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=200';
const ask = (file: string, query: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/tools/cover-size/template.${file}?${query}`, { headers });

describe('a designer', () => {
  test.each([
    ['PDF', (bytes: Buffer) => bytes.toString('latin1').startsWith('%PDF-1.5')],
    ['SVG', (bytes: Buffer) => bytes.toString().includes('width="12.7004in" height="9.25in"')],
    ['PNG', (bytes: Buffer) => bytes.readUInt32BE(16) === 3810 && bytes.readUInt32BE(20) === 2775],
  ])('takes the %s from the calculator, under a name that says what it is of', async (kind, isIt) => {
    await goto(`/tools/cover-size?${BOOK}`);
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: `${kind} template` }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toBe(`kdp-paperback-6x9in-white-200pp-ltr-300dpi.${kind.toLowerCase()}`);
    expect(isIt(await readFile(await file.path()))).toBe(true);
  });

  test('takes one of a book that is read from right to left', async () => {
    await goto(`/tools/cover-size?${BOOK}&direction=rtl`);
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'PDF template' }).click();
    expect((await waiting).suggestedFilename()).toContain('200pp-rtl-300dpi.pdf');
  });

  test('is told why there is none of a book that is not made, and goes back to mend it', async () => {
    // Chromium takes a download for a page of its own, and reads no such header of it.
    forgive(/Origin-Agent-Cluster/);
    await page.goto(`${origin}/tools/cover-size/template.pdf?${BOOK.replace('200', '830')}`);
    expect(await page.getByRole('paragraph').first().textContent()).toContain('24 to 828 pages');
    await page.getByRole('link', { name: 'Change what was asked for' }).click();
    expect(await page.getByRole('textbox', { name: 'Pages' }).inputValue()).toBe('830');
  });
});

describe('a template', () => {
  test('is kept by the edge, and not sent again to who has it', async () => {
    const first = await ask('pdf', BOOK);
    expect(first.headers.get('Content-Type')).toBe('application/pdf');
    expect(first.headers.get('Cache-Control')).toBe(
      'public, max-age=3600, s-maxage=86400, stale-if-error=86400',
    );
    expect(first.headers.get('X-Content-Type-Options')).toBe('nosniff');
    const again = await ask('pdf', BOOK, { 'If-None-Match': String(first.headers.get('ETag')) });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('of too many pixels is refused with what would do', async () => {
    const large = 'printer=kdp&format=hardcover_case&trim=8.25x11&paper=white&pages=200&dpi=1200';
    const refused = await ask('png', large);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('Ask for at most 568 dpi');
    expect(html).toContain(`/tools/cover-size?${large.replaceAll('&', '&amp;')}`);
    expect(refused.headers.get('Cache-Control')).toBe('no-store');
    expect((await ask('pdf', large)).status).toBe(200);
    expect(await htmlProblems(html)).toEqual([]);
  });

  test('is painted sixty times for one address, and then not for a while', async () => {
    const small = 'printer=other&format=paperback_wrap&trim=2x2&spine=5mm&dpi=72';
    const statuses = new Set<number>();
    for (let n = 0; n < 64; n++) statuses.add((await ask('png', small)).status);
    expect([...statuses]).toEqual([200, 429]);
    const refused = await ask('png', small);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('many files in a short time');
    expect((await ask('svg', small)).status).toBe(200);
  });
});
