/**
 * Every link of every page, followed by each kind of reader: none leads nowhere, every page is sound HTML without a
 * script but where one may be, every picture and every place in a page that is pointed at is there.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { good } from '#app/testing/corpus.ts';
import { hiddenFields, type Client } from '#app/testing/http.ts';
import { htmlProblems } from '#app/testing/html.ts';
import { aBrief, aDesigner, anAdmin, aNewcomer, anImage, aPiece, aPublisher } from '#app/testing/people.ts';
import { startProduct } from '#app/testing/server.ts';
import { until } from '#app/testing/until.ts';

const product = await startProduct();
const { db, sql } = product;
const [publisher, designer, admin] = [await aPublisher(db), await aDesigner(db), await anAdmin(db)];
const newcomer = await aNewcomer(db);

type Person = Parameters<typeof aPiece>[1];
/** A piece whose picture is not there yet: what builders make has no files. */
async function aBarePiece(owner: Person, overrides: Parameters<typeof aPiece>[2] = {}) {
  const image = await anImage(db, owner, { state: 'preparing', originalKey: null, readyAt: null });
  return aPiece(db, owner, { imageId: image.id, ...overrides });
}

// Two pages of everything, and one of each kind that has a page of its own.
for (let n = 0; n < 14; n++) {
  const day = new Date(Date.UTC(2026, 0, 1 + n));
  await aBarePiece(designer, { shownAt: day, genre: n % 2 ? 'fantasy' : 'horror' });
  await aBrief(db, publisher, { publishedAt: day, formats: [{ kind: 'ebook_front' }, { kind: 'custom' }] });
  await aDesigner(db, { name: `Designer ${n}` }).then((other) => aBarePiece(other, { shownAt: day }));
}
await aBarePiece(designer, { shownAt: null, title: '' });
await aBrief(db, publisher, { state: 'draft', publishedAt: null, title: '', genre: null });
await aBrief(db, publisher, { state: 'closed' });
await aBrief(db, publisher, { visibility: 'invited' });
const illustrated = await aBrief(db, publisher);

// Three covers and a reference image as people send them; one cover stays as it is until the worker comes to it.
beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dustjacket-crawl-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const bytes = await readFile(await good['small.jpg'](path.join(folder, 'small.jpg')));
  const file = { field: 'file', name: 'small.jpg', type: 'image/jpeg', bytes };
  const client = await product.client();
  const send = async (to: string) => {
    const answer = await client.upload(to, hiddenFields((await client.get(to)).text), file);
    expect([to, answer.status]).toEqual([to, 303]);
    return String(answer.location);
  };
  await client.signIn(designer);
  for (const title of ['Salt', 'Ledger', 'Orchard']) {
    const edit = await send('/portfolio/new');
    const details = { title, author: 'Maren Holt', genre: 'fantasy', format: 'ebook_front' };
    const saved = await client.form(edit, { ...hiddenFields((await client.get(edit)).text), ...details });
    expect(saved.location).toMatch(/^\/portfolio(?!.*\/edit)/);
  }
  await client.signIn(publisher);
  await send(`/briefs/${illustrated.id}/references`);
  await until('every picture is ready', 30_000, async () => {
    const sent = await sql<{ state: string }[]>`select state from images where original_key is not null`;
    return sent.length === 4 && sent.every(({ state }) => state === 'ready');
  });
  await sql`update images set state = 'preparing' from pieces where image_id = images.id and title = 'Orchard'`;
});

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

const PICTURES = [
  /<img\b[^>]*\bsrc="([^"]*)"/g,
  /<link\b[^>]*\brel="icon"[^>]*\bhref="([^"]*)"/g,
  /<meta\b[^>]*\bproperty="og:image"[^>]*\bcontent="([^"]*)"/g,
];

/** The address of every picture a page offers, whichever of them a browser would choose. */
function picturesOf(html: string): string[] {
  const sets = attributes(html, /\bsrcset="([^"]*)"/gi).flatMap((set) => set.split(','));
  const candidates = sets.map((candidate) => candidate.trim().split(/\s+/)[0] ?? '');
  return [...candidates, ...PICTURES.flatMap((pattern) => attributes(html, pattern))];
}

type Found = { path: string; from: string };
type Crawled = { problems: string[]; pages: number; pictures: string[] };

/** Follows links from the front page, and fetches every picture. → what is wrong, and what was read. */
async function crawl(client: Client): Promise<Crawled> {
  const problems: string[] = [];
  const seen = new Map<string, number>();
  const read = new Map<string, Set<string>>();
  const pictures = new Map<string, string>();
  const places: (Found & { fragment: string })[] = [];
  const waiting: Found[] = [{ path: '/', from: 'the front door' }];
  for (let next = waiting.shift(); next && read.size < MOST_PAGES; next = waiting.shift()) {
    const { path: at, from } = next;
    const kind = kindOf(at);
    if (read.has(at) || (seen.get(kind) ?? 0) >= EACH_KIND) continue;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    let answer = await client.get(at);
    if (answer.location) answer = await client.follow(answer);
    if (answer.status >= 400) problems.push(`${answer.status} ${at}, linked from ${from}`);
    if (!String(answer.headers['content-type']).startsWith('text/html')) continue;
    const html = answer.text;
    read.set(at, new Set(attributes(html, /\sid="([^"]*)"/g)));
    problems.push(
      ...(await htmlProblems(html, new URL(at, product.origin).pathname)).map(
        (problem) => `${at}: ${problem}`,
      ),
    );
    for (const src of picturesOf(html)) pictures.set(new URL(src, product.origin + at).href, at);
    for (const href of attributes(html, /<a\b[^>]*\bhref="([^"]*)"/g)) {
      const url = new URL(href, product.origin + at);
      if (url.origin !== product.origin) continue;
      const there = url.pathname + url.search;
      if (url.hash.length > 1)
        places.push({ path: there, fragment: decodeURIComponent(url.hash.slice(1)), from: at });
      waiting.push({ path: there, from: at });
    }
  }
  for (const { path: at, fragment, from } of places)
    if (read.get(at)?.has(fragment) === false)
      problems.push(`${at}: nothing is called #${fragment}, linked from ${from}`);
  for (const [src, at] of pictures) problems.push(...(await pictureProblems(client, src, at)));
  return { problems, pages: read.size, pictures: [...pictures.keys()] };
}

async function pictureProblems(client: Client, src: string, at: string): Promise<string[]> {
  const { origin, pathname, search } = new URL(src);
  if (origin !== product.origin) return [`${at}: a picture of somebody else's: ${src}`];
  const { status, headers, bytes } = await client.get(pathname + search);
  const type = String(headers['content-type']);
  const sound = status === 200 && type.startsWith('image/') && bytes.length > 0;
  return sound ? [] : [`${at}: ${status} ${type} for the picture ${pathname}`];
}

/** A cover in every size and format, one that has only its preview, and a reference image. */
const PUBLIC = [/\/320\.avif$/, /\/1280\.webp$/, /\/640\.jpeg$/, /\/320\.jpeg$/, /favicon/];
const PRIVATE = [/\/briefs\/[^/]+\/references\//];

test.each([
  ['nobody', null, 30, PUBLIC],
  ['somebody new', newcomer, 25, PUBLIC],
  ['a publisher', publisher, 40, [...PUBLIC, ...PRIVATE]],
  ['a designer', designer, 40, PUBLIC],
  ['staff', admin, 40, PUBLIC],
] as const)('%s', { timeout: 120_000 }, async (_, person, atLeast, shown) => {
  const client = await product.client();
  if (person) await client.signIn(person);
  const { problems, pages, pictures } = await crawl(client);
  if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'));
  expect(pages).toBeGreaterThan(atLeast);
  expect(shown.filter((pattern) => !pictures.some((src) => pattern.test(src)))).toEqual([]);
});
