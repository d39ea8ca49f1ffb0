/** Paula compares what three designers offer, lets a colleague vote who has no account, and decides whom to keep in mind. */
import { describe, expect, test } from 'vitest';
import { brotli } from '#app/testing/bench/document.ts';
import { openReader } from '#app/testing/browser.ts';
import { httpClient } from '#app/testing/http.ts';
import { aBrief, aDesigner, aPublisher } from '#app/testing/people.ts';
import { aProposal } from '#app/testing/proposals.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const { db, origin } = product;
const publisher = await aPublisher(db);
const brief = await aBrief(db, publisher, { title: 'The Salt Road' });
const offers: [name: string, price: number][] = [
  ['Dora Bodoni', 700_00],
  ['Dario Didot', 500_00],
  ['Desmond Garamond', 900_00],
];
for (const [name, price] of offers)
  await aProposal(db, brief, await aDesigner(db, { name }), { terms: { price } });

const paula = await openReader(origin);
const greta = await openReader(origin, { viewport: { width: 360, height: 800 } });
await paula.signIn(publisher);
const compare = `/briefs/${brief.id}/compare`;
const note = (name: string) => paula.page.getByLabel(`Note about ${name}, for you alone`);
const status = () => paula.shown.at(-1)?.status;
const names = () => paula.page.locator('.board th a').allInnerTexts();

describe('a comparison', () => {
  const { page } = paula;

  test('stands in the order one asks for', async () => {
    await paula.goto(compare);
    await page.getByRole('link', { name: 'Lowest price first' }).click();
    expect(await names()).toEqual(['Dario Didot', 'Dora Bodoni', 'Desmond Garamond']);
    expect(page.url()).toMatch(/\/compare\?sort=price$/);
  });

  test('refuses a note that is too long beside it, and loses none', async () => {
    await note('Dora Bodoni').fill('x'.repeat(2001));
    await note('Dario Didot').fill('Cheap. Why?');
    await page.getByRole('button', { name: 'Save the notes' }).click();
    expect(status()).toBe(400);
    await page.getByRole('link', { name: /Use 2,000 characters or fewer/ }).click();
    expect(await note('Dora Bodoni').inputValue()).toHaveLength(2001);
    expect(await note('Dario Didot').inputValue()).toBe('Cheap. Why?');
  });

  test('keeps several notes with one press, and a place on the shortlist', async () => {
    await note('Dora Bodoni').fill('The one with the ferry');
    const board = page.locator('tbody', { hasText: 'Dora Bodoni' });
    await board.getByRole('button', { name: 'Shortlist' }).click();
    await page.getByText('The proposal is on your shortlist, and your notes are saved.').waitFor();
    expect(await note('Dario Didot').inputValue()).toBe('Cheap. Why?');
    expect(page.url()).toMatch(/sort=price(#|$)/);
    await page.getByRole('navigation', { name: 'Which' }).getByRole('link', { name: 'Shortlist' }).click();
    expect(await names()).toEqual(['Dora Bodoni']);
    expect(await note('Dora Bodoni').inputValue()).toBe('The one with the ferry');
  });

  test('of forty stays within what fits the first packets', async () => {
    const crowd = await aBrief(db, publisher);
    for (let n = 0; n < 40; n++) await aProposal(db, crowd, await aDesigner(db, { name: `Designer ${n}` }));
    const { html } = await paula.goto(`/briefs/${crowd.id}/compare`);
    const { byteLength } = brotli(html);
    expect(byteLength).toBeLessThan(14 * 1024);
  });
});

describe('a guest', () => {
  let link = '';
  const { page } = greta;

  test('gets a link that is shown once', async () => {
    await paula.goto(compare);
    await paula.page.getByRole('link', { name: 'Let guests vote' }).click();
    await paula.page.getByLabel('For whom it is').fill('Editorial meeting');
    await paula.page.getByRole('button', { name: 'Make a link' }).click();
    const said = await paula.page.getByRole('status').innerText();
    link = /\/vote\/[\w-]{32}$/.exec(said)?.[0] ?? '';
    expect(link).not.toBe('');
    const { html } = await paula.goto(`/briefs/${brief.id}/votes`);
    expect(html).toContain('Editorial meeting');
    expect(html).not.toContain(link);
  });

  test('sees what is offered, but no price, and is found by no search', async () => {
    const answer = await page.goto(link);
    expect(answer?.headers()['x-robots-tag']).toBe('noindex, nofollow');
    await page.getByRole('heading', { name: 'The Salt Road', level: 1 }).waitFor();
    await page.getByRole('heading', { name: /Dora Bodoni/ }).waitFor();
    expect(greta.shown.at(-1)?.html).not.toMatch(/€|700/);
  });

  test('is told what is missing, and keeps what was said', async () => {
    const dora = page.getByRole('region', { name: /Dora Bodoni/ });
    await dora.getByLabel('5: This one').check();
    await dora.getByLabel('In your words').fill('The ferry!');
    await page.getByRole('button', { name: 'Send my votes' }).click();
    expect(greta.shown.at(-1)?.status).toBe(400);
    await page.getByRole('link', { name: 'Enter your name' }).click();
    expect(await dora.getByLabel('5: This one').isChecked()).toBe(true);
    expect(await dora.getByLabel('In your words').inputValue()).toBe('The ferry!');
  });

  test('votes, comes back, and changes their mind', async () => {
    await page.getByLabel('Your name').fill('Greta');
    await page.getByRole('button', { name: 'Send my votes' }).click();
    await page.getByText('Thank you: your votes are with the publisher.').waitFor();
    await greta.goto(link);
    const dora = page.getByRole('region', { name: /Dora Bodoni/ });
    expect(await dora.getByLabel('5: This one').isChecked()).toBe(true);
    await dora.getByLabel('4: Good').check();
    await page.getByRole('button', { name: 'Change my votes' }).click();
    await page.getByText('Thank you: your votes are with the publisher.').waitFor();
  });

  test('without cookies who sends the same form twice has voted once', async () => {
    const html = (await httpClient(origin).get(link)).text;
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
    const form = {
      ...{ guest: value('guest'), name: 'Hans', 'votes[0].score': '2' },
      'votes[0].proposalId': value('votes\\[0\\].proposalId'),
    };
    const twice = await Promise.all([1, 2].map(() => httpClient(origin).form(link, form)));
    expect(twice.map(({ status: code }) => code)).toEqual([303, 303]);
    expect(twice[0]?.cookies.join()).toMatch(/guest=[^;]+;.*HttpOnly; SameSite=Lax/);
    await paula.goto(`/briefs/${brief.id}/votes`);
    expect(await paula.page.getByRole('rowheader', { name: 'Hans' }).count()).toBe(1);
    await paula.page.getByText('3 of 5 from 2 guests').waitFor();
  });

  test('is told when it is over, and one with half a link that there is none', async () => {
    await paula.page.getByRole('button', { name: /^Close/ }).click();
    await paula.page.getByText('The link is closed. What was voted stays.').waitFor();
    expect((await greta.goto(link)).status).toBe(410);
    await page.getByText('Whoever sent you this link has closed it.').waitFor();
    expect((await greta.goto(link.slice(0, -3))).status).toBe(404);
    await page.getByText('Perhaps a part of it was lost on the way.').waitFor();
  });

  test('leaves no link in the log', () => {
    expect(JSON.stringify(product.logs)).not.toContain(link.replace('/vote/', ''));
    expect(product.logs.some(({ path }) => path === '/vote/…')).toBe(true);
  });
});
