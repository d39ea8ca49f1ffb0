/** Dora and Paula, both without JavaScript: an offer, an answer, an agreement; and what becomes of those that are not chosen. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { proposals } from '#db/schema/proposals.server.ts';
import { openReader, type Reader } from '#app/testing/browser.ts';
import { aBrief, aDesigner, anImage, aPiece, aPublisher } from '#app/testing/people.ts';
import { aProposal } from '#app/testing/proposals.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const { db, origin } = product;
const [paula, dora, nils] = [
  await aPublisher(db, { name: 'Paula Imprint' }),
  await aDesigner(db, { name: 'Dora Bodoni' }),
  await aDesigner(db, { name: 'Nils Reserve' }),
];
const saltRoad = await aBrief(db, paula, {
  ...{ title: 'The Salt Road', budgetKind: 'range', budgetMin: 500_00, budgetMax: 900_00 },
  ...{ concepts: 3, revisionRounds: 2, creditLine: 'Cover design by [name]', aiPolicy: 'none' },
});
// Without files there is no picture to ask for: a stand-in of cloth shows the title.
const image = await anImage(db, dora, { state: 'failed', readyAt: null });
await aPiece(db, dora, { title: 'Ferry Hours', imageId: image.id });
const rival = await aProposal(db, saltRoad, nils);

const designer = await openReader(origin, { viewport: { width: 360, height: 800 } });
const publisher = await openReader(origin);
await designer.signIn(dora);
await publisher.signIn(paula);

const press = ({ page }: Reader, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = ({ page }: Reader, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const says = ({ page }: Reader, text: string | RegExp) => page.getByText(text).first().waitFor();
const fill = ({ page }: Reader, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).fill(text);
const value = ({ page }: Reader, label: string) => page.getByLabel(label, { exact: true }).inputValue();

describe('an offer', () => {
  test('is begun on the page of the brief, and kept unfinished', async () => {
    await designer.goto(`/briefs/${saltRoad.id}`);
    await says(designer, '0 of 12 that may wait for an answer at once are in use.');
    await follow(designer, 'Write a proposal');
    await says(designer, 'The brief pays €500 to €900.');
    expect(await value(designer, 'Credit line (optional)')).toBe('Cover design by Dora Bodoni');
    await fill(designer, 'Amount', 'seven hundred');
    await press(designer, 'Save draft');
    await says(designer, 'Your draft is saved. Nobody but you sees it.');
    expect(await value(designer, 'Amount')).toBe('seven hundred');
    expect((await publisher.goto(`/briefs/${saltRoad.id}/proposals`)).html).not.toContain('Dora Bodoni');
  });

  test('is refused with everything that is missing, and nothing typed is lost', async () => {
    await fill(designer, 'To the publisher', 'A ferry, seen from the water.');
    await designer.page.getByLabel('AI assisted, as described below').check();
    await designer.page.getByLabel(/Ferry Hours/).check();
    await press(designer, 'Send proposal');
    expect(designer.shown.at(-1)?.status).toBe(400);
    for (const problem of [
      'Enter an amount, such as 800 or 1,200.50',
      'Enter the day of front cover',
      'Choose where the cover may be used',
      'This brief takes no AI-generated art',
      'Say whether you use stock images',
    ])
      await designer.page.getByRole('link', { name: problem }).waitFor();
    expect(await value(designer, 'To the publisher')).toBe('A ferry, seen from the water.');
    expect(await designer.page.getByLabel(/Ferry Hours/).isChecked()).toBe(true);
  });

  test('is sent when it is whole', async () => {
    await fill(designer, 'Amount', '850');
    await fill(designer, 'Concepts', '2031-04-01');
    await fill(designer, 'Front cover', '2031-04-20');
    await fill(designer, 'Hand-over', '2031-05-30');
    await designer.page.getByLabel('Print', { exact: true }).check();
    await designer.page.getByLabel('Territory').selectOption('World');
    await designer.page.getByLabel('Term', { exact: true }).selectOption('Five years');
    await designer.page.getByLabel('No AI-generated art').check();
    await designer.page.getByLabel('No stock images').check();
    await press(designer, 'Send proposal');
    await says(designer, 'Your proposal is sent.');
    await says(designer, 'It is Paula Imprint’s turn');
    await designer.goto('/proposals?state=submitted');
    await says(designer, /waiting for the publisher/);
  });
});

describe('an answer', () => {
  test('is a counter-offer, whose changes the other side sees', async () => {
    await publisher.goto(`/briefs/${saltRoad.id}`);
    await says(publisher, '2 of 2 wait for a decision.');
    await follow(publisher, 'Proposals');
    await follow(publisher, 'Dora Bodoni');
    await says(publisher, 'A ferry, seen from the water.');
    await press(publisher, 'Shortlist');
    await says(publisher, 'The proposal is on your shortlist.');
    await follow(publisher, 'Make a counter-offer');
    expect(await value(publisher, 'Amount')).toBe('850');
    expect(await publisher.page.getByLabel('Images made with AI').count()).toBe(0);
    await fill(publisher, 'Amount', '700');
    await fill(publisher, 'To the designer (optional)', 'Seven hundred is what there is.');
    await press(publisher, 'Send');
    await says(publisher, 'Your offer is sent. It is the other side’s turn.');

    await designer.goto('/proposals');
    await says(designer, /your turn/);
    await follow(designer, 'The Salt Road');
    await says(designer, '2. Counter-offer');
    expect(await designer.page.locator('del').allTextContents()).toEqual(['€850']);
  });

  test('that comes too late is compared, not written over', async () => {
    await publisher.page.getByRole('link', { name: 'Make a counter-offer' }).click();
    await follow(designer, 'Change the offer');
    await fill(designer, 'Amount', '780');
    await press(designer, 'Send');
    await says(designer, 'Your offer is sent.');
    await fill(publisher, 'Amount', '710');
    await press(publisher, 'Send');
    expect(publisher.shown.at(-1)?.status).toBe(409);
    await says(publisher, 'The offer has changed since you opened it.');
    expect(await publisher.page.getByRole('cell').allTextContents()).toEqual(['€780', '€710']);
    expect(await value(publisher, 'Amount')).toBe('710');
    await follow(publisher, 'keep what was saved');
  });

  test('is yes: there is a contract, the brief is awarded, and the other is told kindly', async () => {
    await says(publisher, 'It is your turn');
    await follow(publisher, 'Accept');
    await says(publisher, 'Accept these terms?');
    await says(publisher, '€780');
    await follow(designer, 'Change the offer');
    await press(publisher, 'Accept');
    await says(publisher, 'It is agreed. The terms are frozen, and the project has begun.');
    expect(new URL(publisher.page.url()).pathname).toMatch(/^\/projects\//);

    // Whoever was still writing is told, and keeps what they wrote.
    await fill(designer, 'Amount', '760');
    await fill(designer, 'To the publisher (optional)', 'One more thought\nabout the spine.');
    await press(designer, 'Send');
    expect(designer.shown.at(-1)?.status).toBe(409);
    await says(designer, 'This proposal is accepted now.');
    const written = await designer.page
      .locator('section[aria-labelledby="written"] blockquote')
      .allInnerTexts();
    expect(written).toEqual(['One more thought\nabout the spine.', expect.stringContaining('€760')]);

    const other = await openReader(origin);
    await other.signIn(nils);
    await other.goto(`/proposals/${rival.id}`);
    await says(other, 'Another proposal was chosen for this book.');
    const late = await other.goto(`/proposals/${rival.id}/edit`);
    expect(late.status).toBe(409);
    await says(other, 'This proposal is declined now.');
  });
});

describe('no', () => {
  test('is said with a reason, and can be thought over', async () => {
    const brief = await aBrief(db, paula, { title: 'Night Orchard' });
    const { id } = await aProposal(db, brief, dora);
    await publisher.goto(`/proposals/${id}`);
    await follow(publisher, 'Decline');
    await fill(publisher, 'Why, in a kind word (optional)', 'x'.repeat(1001));
    await press(publisher, 'Decline');
    expect(publisher.shown.at(-1)?.status).toBe(400);
    await fill(publisher, 'Why, in a kind word (optional)', 'Too dark for this list.');
    await press(publisher, 'Decline');
    await says(publisher, 'The proposal is declined, and its designer has been told.');
    await designer.goto(`/proposals/${id}`);
    await says(designer, /“Too dark for this list.”/);
    await press(publisher, 'Look at it again');
    await says(publisher, 'The proposal is open again, and its designer has been told.');
  });

  test('is also the designer’s to say, and to think over with a new proposal', async () => {
    const brief = await aBrief(db, paula, { title: 'Glass Harbour' });
    const { id } = await aProposal(db, brief, dora);
    await designer.goto(`/proposals/${id}`);
    await follow(designer, 'Withdraw');
    await press(designer, 'Withdraw');
    await says(designer, 'Your proposal is withdrawn.');
    await designer.goto(`/briefs/${brief.id}`);
    await follow(designer, 'Write a proposal');
    await press(designer, 'Save draft');
    await follow(designer, 'Discard this draft');
    await press(designer, 'Discard');
    await says(designer, 'The draft is gone.');
    expect(await db.$count(proposals, eq(proposals.briefId, brief.id))).toBe(1);
  });

  test('is what a brief says that is not open', async () => {
    const brief = await aBrief(db, paula, { title: 'Low Water', state: 'paused' });
    const late = await designer.goto(`/briefs/${brief.id}/proposals/new`);
    expect(late.status).toBe(409);
    await says(designer, 'This brief is paused and takes no proposals now. Its publisher may open it again.');
  });

  test('comes before it bites when too many wait', async () => {
    for (let n = 0; n < 12; n++) await aProposal(db, await aBrief(db, paula), nils);
    const brief = await aBrief(db, paula, { title: 'The Thirteenth' });
    const eager = await openReader(origin);
    await eager.signIn(nils);
    await eager.goto(`/briefs/${brief.id}/proposals/new`);
    await says(eager, 'You have 12 proposals waiting for an answer');
    expect(await eager.page.getByRole('button', { name: 'Send proposal' }).count()).toBe(0);
    await press(eager, 'Save draft');
    await says(eager, 'Your draft is saved.');
  });
});
