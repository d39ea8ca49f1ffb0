/**
 * Every link of every page, followed by each kind of reader: none leads nowhere, every page is sound HTML without a
 * script, every picture and every place in a page that is pointed at is there.
 */
import { expect, test } from 'vitest';
import type { Client } from '#app/testing/http.ts';
import { htmlProblems } from '#app/testing/html.ts';
import { aBrief, aDesigner, anAdmin, aPiece, aPublisher } from '#app/testing/people.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const { db } = product;
const [publisher, designer, admin] = [await aPublisher(db), await aDesigner(db), await anAdmin(db)];

// Two pages of everything, and one of each kind that has a page of its own.
for (let n = 0; n < 14; n++) {
  const day = new Date(Date.UTC(2026, 0, 1 + n));
  await aPiece(db, designer, { shownAt: day, genre: n % 2 ? 'fantasy' : 'horror' });
  await aBrief(db, publisher, { publishedAt: day, formats: [{ kind: 'ebook_front' }, { kind: 'custom' }] });
  await aDesigner(db, { name: `Designer ${n}` }).then((other) => aPiece(db, other, { shownAt: day }));
}
await aPiece(db, designer, { shownAt: null, title: '' });
await aBrief(db, publisher, { state: 'draft', publishedAt: null, title: '', genre: null });
await aBrief(db, publisher, { state: 'closed' });
await aBrief(db, publisher, { visibility: 'invited' });

/** Addresses that differ only in ids and cursors show the same kind of page: a few of each are enough. */
const EACH_KIND = 3;
const MOST_PAGES = 250;
const kindOf = (path: string) =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/designers\/[^?]+/, 'designers/:slug')
    .replace(/=[^&]*/g, '=');

const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'");
const attributes = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, value = '']) => decode(value));

/** Follows links from the front page. → what is wrong, and how many pages were read. */
async function crawl(client: Client): Promise<{ problems: string[]; pages: number }> {
  const problems: string[] = [];
  const seen = new Map<string, number>();
  const read = new Map<string, string>();
  const waiting: { path: string; from: string }[] = [{ path: '/', from: 'the front door' }];
  for (let next = waiting.shift(); next && read.size < MOST_PAGES; next = waiting.shift()) {
    const { path, from } = next;
    const kind = kindOf(path);
    if (read.has(path) || (seen.get(kind) ?? 0) >= EACH_KIND) continue;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    let answer = await client.get(path);
    if (answer.location) answer = await client.follow(answer);
    if (answer.status >= 400) problems.push(`${answer.status} ${path}, linked from ${from}`);
    if (!String(answer.headers['content-type']).startsWith('text/html')) continue;
    read.set(path, answer.text);
    problems.push(...(await htmlProblems(answer.text)).map((problem) => `${path}: ${problem}`));
    for (const href of attributes(answer.text, /<a\b[^>]*\bhref="([^"]*)"/g)) {
      const url = new URL(href, product.origin + path);
      if (url.origin !== product.origin) continue;
      const there = url.pathname + url.search;
      const fragment = decodeURIComponent(url.hash.slice(1));
      if (there === path && fragment && !answer.text.includes(`id="${fragment}"`))
        problems.push(`${path}: nothing is called #${fragment}`);
      waiting.push({ path: there, from: path });
    }
  }
  return { problems, pages: read.size };
}

test.each([
  ['nobody', null, 30],
  ['a publisher', publisher, 40],
  ['a designer', designer, 40],
  ['staff', admin, 40],
] as const)('%s', { timeout: 120_000 }, async (_, person, atLeast) => {
  const client = await product.client();
  if (person) await client.signIn(person);
  const { problems, pages } = await crawl(client);
  if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'));
  expect(pages).toBeGreaterThan(atLeast);
});
