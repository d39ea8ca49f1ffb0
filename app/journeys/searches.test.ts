/** Dario saves a search, reads its feed as a program does, and gives it another address. */
import { beforeAll, describe, expect, test } from 'vitest';
import { savedSearches } from '#db/schema/saves.server.ts';
import { openReader } from '#app/testing/browser.ts';
import { send } from '#app/testing/http.ts';
import { aBrief, aDesigner, aPublisher } from '#app/testing/people.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const { db, origin } = product;
const dario = await openReader(origin, { viewport: { width: 360, height: 800 } });
const judge = await openReader(origin, { javaScript: true });
const { page } = dario;

const TITLE = 'Salt & <Ash> ]]> “Ωmega”';

beforeAll(async () => {
  const publisher = await aPublisher(db);
  await aDesigner(db, {
    subject: 'dev-designer-001',
    name: 'Dario Lindqvist',
    email: 'dario@secret.example',
  });
  await aBrief(db, publisher, {
    title: TITLE,
    genre: 'horror',
    blurb: 'A <b>bold</b> & \u0001 strange blurb.',
  });
  await aBrief(db, publisher, {
    title: 'The Older One',
    genre: 'horror',
    publishedAt: new Date(Date.now() - 86_400_000),
  });
  await aBrief(db, publisher, { title: 'Verses', genre: 'poetry' });
  await dario.signIn('Dario Lindqvist');
  await judge.goto('/briefs');
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (name: string) => page.getByRole('link', { name, exact: true }).click();
const says = (text: string) => page.getByText(text).first().waitFor();
const ask = (path: string, headers = {}) =>
  send(origin, path, { headers: { Cookie: 'dev-signed-out=IjEi', ...headers } });

/** What an XML parser makes of a feed; the rules of RFC 4287 that can be looked up in the document itself. */
const judged = (xml: string) =>
  judge.page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    const texts = (name: string, within: ParentNode) =>
      [...within.querySelectorAll(`:scope > ${name}`)].map((one) => one.textContent ?? '');
    const root = document.documentElement;
    return {
      broken: document.querySelector('parsererror')?.textContent ?? null,
      namespace: root.namespaceURI,
      ...{ ids: texts('id', root), titles: texts('title', root), updated: texts('updated', root) },
      self: root.querySelector(':scope > link[rel="self"]')?.getAttribute('href'),
      authors: root.querySelectorAll(':scope > author > name').length,
      entries: [...root.querySelectorAll(':scope > entry')].map((entry) => ({
        ...{ ids: texts('id', entry), titles: texts('title', entry), updated: texts('updated', entry) },
        ...{ summary: texts('summary', entry)[0], href: entry.querySelector('link')?.getAttribute('href') },
      })),
    };
  }, xml);

/** The feed of the page that is shown. */
const feedHere = async () => (await page.getByRole('link', { name: /^http.*\.atom$/ }).textContent()) ?? '';

describe('a search', () => {
  test('is saved from the list, under a name of one’s own', async () => {
    await dario.goto('/briefs?genre=horror&sort=budget');
    await follow('Save this search');
    await says('Open briefs: Horror');
    await page.getByLabel('Name').fill('');
    await press('Save the search');
    await page.getByRole('link', { name: 'Give the search a name' }).waitFor();
    await page.getByLabel('Name').fill('Ghosts');
    await page.getByLabel('On Monday mornings').check();
    await press('Save the search');
    await says('The search is saved.');
    await says('Mail: on Monday mornings');
    const [search] = await db.select().from(savedSearches);
    expect(search).toMatchObject({ kind: 'briefs', query: '/briefs?genre=horror', frequency: 'weekly' });
  });

  test('that is saved already is said to be, with nothing lost', async () => {
    await dario.goto('/saved/searches/new?list=briefs&genre=horror');
    await page.getByLabel('Name').fill('Once more');
    await press('Save the search');
    await page.getByRole('link', { name: 'You have saved this search already, as “Ghosts”' }).waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Once more');
  });

  test('can be renamed, and heard of more often', async () => {
    await dario.goto('/saved/searches');
    await follow('Change Ghosts');
    await page.getByLabel('Name').fill('Ghosts & co');
    await page.getByLabel('Every morning').check();
    await press('Save');
    await says('Ghosts & co');
  });
});

describe('its feed', () => {
  test('is sound Atom, newest first, and says nothing of whose it is', async () => {
    await dario.goto('/saved/searches');
    await follow('Change Ghosts & co');
    const answer = await ask(new URL(await feedHere()).pathname);
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('private, max-age=300');
    const feed = await judged(answer.text);
    expect(feed).toMatchObject({ broken: null, namespace: 'http://www.w3.org/2005/Atom', authors: 1 });
    expect([feed.ids.length, feed.titles, feed.self]).toEqual([
      1,
      ['Dustjacket: Open briefs: Horror'],
      await feedHere(),
    ]);
    expect(feed.entries.map(({ titles }) => titles)).toEqual([
      [TITLE.replace('&', '&amp;').replace('<', '&lt;').replaceAll('>', '&gt;')],
      ['The Older One'],
    ]);
    for (const { ids, updated, href } of feed.entries) {
      expect(ids[0]).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(href).toBe(`${origin}/briefs/${ids[0]?.replace('urn:uuid:', '')}`);
      expect(updated).toHaveLength(1);
    }
    const moments = feed.entries.map(({ updated }) => updated[0] ?? '');
    expect(moments).toEqual(moments.toSorted().reverse());
    // It began when the search was saved, which is later than what it finds.
    expect(feed.updated).toHaveLength(1);
    expect((feed.updated[0] ?? '') >= (moments[0] ?? '')).toBe(true);
    expect(answer.text).not.toMatch(/Dario|secret|Ghosts/);
  });

  test('is the same until something is new, and need not be sent again', async () => {
    const path = new URL(await feedHere()).pathname;
    const [first, second] = [await ask(path), await ask(path)];
    expect(first.text).toBe(second.text);
    const etag = String(first.headers['etag']);
    expect((await ask(path, { 'If-None-Match': etag })).status).toBe(304);
  });

  test('has another address when its reader wants one', async () => {
    const before = new URL(await feedHere()).pathname;
    await press('Make a new address');
    await says('The feed has a new address.');
    expect((await ask(before)).status).toBe(404);
    expect((await ask(new URL(await feedHere()).pathname)).status).toBe(200);
  });

  test('goes with the search', async () => {
    const path = new URL(await feedHere()).pathname;
    await press('Delete this search');
    await says('The search is deleted, and its feed with it.');
    expect((await ask(path)).status).toBe(404);
  });
});

test('every list tells programs of its feed', async () => {
  for (const kind of ['briefs', 'covers', 'designers']) {
    const { text } = await ask(`/${kind}?genre=horror`);
    const [, href = ''] =
      /<link rel="alternate" type="application\/atom\+xml"[^>]* href="([^"]+)"/.exec(text) ?? [];
    expect(href).toBe(`/feeds/${kind}.atom?genre=horror`);
    const answer = await ask(href);
    expect(answer.headers['cache-control']).toContain('s-maxage');
    expect((await judged(answer.text)).broken).toBeNull();
  }
});
