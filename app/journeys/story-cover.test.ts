/**
 * The story of one cover. Harriet has a book; Dario and Mira would both make its cover, and one of them does. Four milestones, a
 * moon that is too large, a book that loses forty pages, a folder of files, an invoice, and what they say of each other.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { art } from '#app/testing/corpus.ts';
import {
  handedOver,
  invoices,
  packs,
  postsBrief,
  proposes,
  readsInvoice,
  reviews,
  sha256,
  wantsAtOnce,
} from '#app/testing/doings.ts';
import { comes } from '#app/testing/hands.ts';
import { coverLetters } from '#app/testing/letters.ts';
import { aDesigner, aPublisher } from '#app/testing/people.ts';
import { startWithPost } from '#app/testing/post.ts';
import { judged } from '#app/testing/print-corpus.ts';
import { until } from '#app/testing/until.ts';

vi.setConfig({ testTimeout: 120_000 });
const { db, sql, origin, post } = await startWithPost();
const [harriet, dario, mira] = [
  await comes(origin, await aPublisher(db, { name: 'Harriet Vane-Okafor' })),
  await comes(origin, await aDesigner(db, { name: 'Dario Lindqvist' }), { viewport: { width: 360, height: 800 } }), // prettier-ignore
  await comes(origin, await aDesigner(db, { name: 'Mira Solberg' })),
];

let folder = '';
const at = (name: string) => path.join(folder, name);
/** The pages of the brief and of the project, once there are. */
let brief = '';
let project = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dustjacket-story-'));
  await Promise.all([
    art(600, 960).jpeg().toFile(at('moon.jpg')),
    art(600, 960).jpeg({ quality: 60 }).toFile(at('smaller moon.jpg')),
    art(1400, 2240).jpeg().toFile(at('front.jpg')),
    // Of 240 pages, which the book has to begin with, and of the 200 that it has in the end.
    art(3837, 2775).withMetadata({ density: 300 }).jpeg().toFile(at('wrap of 240.jpg')),
    judged['right.jpg'][1](at('wrap of 200.jpg')),
    writeFile(at('layers.txt'), 'Layers: sky, water, ferry, type.\n'),
  ]);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function delivers(...names: string[]) {
  if (names.length > 0) await packs(dario, names.map(at));
  await dario.press('Deliver');
  await dario.says('Delivered. The publisher has been told, and has 14 days to answer.');
  await post.next(harriet);
  await harriet.says('Your turn');
}

async function approves() {
  await harriet.follow('Approve');
  await harriet.press('Approve');
  await harriet.says('Approved. The designer has been told.');
  await post.next(dario);
}

test('a brief is a book, a printer and a day; and everybody reads it', async () => {
  await postsBrief(harriet, { title: 'The Ferry at Low Water', pages: '240', price: '900' });
  brief = harriet.path();
  await mira.goto('/briefs');
  await mira.follow('The Ferry at Low Water');
});

describe('the offers', () => {
  test.each([
    [dario, '950', 'A ferry, seen from the water, and a moon.'],
    [mira, '880', 'Only the ledger, on a wet table.'],
  ])('come to her, by mail and in a list', async (designer, price, message) => {
    await proposes(designer, brief, { price, message });
    await post.next(harriet);
    await harriet.says(message);
  });

  test('are compared, and one is put on the shortlist', async () => {
    await harriet.goto(`${brief}/compare`);
    await harriet.says('€950');
    await harriet.page.getByLabel('Note about Dario Lindqvist, for you alone').fill('The one with the moon.');
    const his = harriet.page.locator('tbody', { hasText: 'Dario Lindqvist' });
    await his.getByRole('button', { name: 'Shortlist' }).click();
    await harriet.says('The proposal is on your shortlist, and your notes are saved.');
    await post.next(dario);
  });

  test('become an agreement, after a word about the price', async () => {
    await harriet.follow('Dario Lindqvist');
    await harriet.follow('Make a counter-offer');
    await harriet.fill('Amount', '850');
    await harriet.fill('To the designer', 'Eight hundred and fifty?');
    await harriet.press('Send');
    await post.next(dario);
    await dario.follow('Change the offer');
    await dario.fill('Amount', '900');
    await dario.fill('To the publisher', 'Let us meet at nine hundred.');
    await dario.press('Send');
    await post.next(harriet);
    expect(await harriet.page.locator('del').allTextContents()).toEqual(['€850', '€950']);
    await harriet.follow('Accept');
    await harriet.says('€900');
    await harriet.press('Accept');
    await harriet.says('It is agreed. The terms are frozen, and the project has begun.');
    project = harriet.path();
    await post.next(dario);
    expect(dario.path()).toBe(project);
    await post.next(mira);
    await mira.goto('/proposals');
    await mira.follow('The Ferry at Low Water');
    await mira.says('Another proposal was chosen for this book.');
  });

  test('are over with a contract, whose hash both compute', async () => {
    for (const one of [harriet, dario]) {
      await one.goto(project);
      await one.follow('The contract');
      await one.says('Matches what was agreed');
      await one.says('Cover design by Dario Lindqvist');
      const text = await one.saves(`${project}/contract.json`);
      await one.says(sha256(text));
      await one.says(/25 %, €225/);
    }
  });
});

describe('the concepts', () => {
  test('are begun, and delivered', async () => {
    await dario.goto(project);
    await dario.says(/^Start work on the concepts, due on/);
    await dario.press('Start work');
    await post.next(harriet);
    await dario.follow('Put the delivery together');
    await delivers('moon.jpg');
  });

  test('are changed where a pin says so, for which no script is needed', async () => {
    await until('its picture is made', 20_000, async () => {
      const [left] = await sql`select from images where state = 'preparing'`;
      return !left;
    });
    await harriet.follow('Request changes');
    const picture = harriet.page.locator('input[type=image]');
    const box = await picture.boundingBox();
    await picture.click({ position: { x: 160, y: (box?.height ?? 0) / 2 } });
    await harriet.says('Pin 1 is put.');
    await harriet.fill('Pin 1: what is to be changed', 'The moon is too large.');
    await harriet.fill('Changes in words', 'And a little more rain.');
    await harriet.press('Send the changes');
    await harriet.says('Your changes are sent.');
    const [pin] = await sql`select x, y from pins`;
    expect([pin?.['x'], pin?.['y']]).toEqual([expect.closeTo(0.25, 2), expect.closeTo(0.5, 2)]);
    await post.next(dario);
    await dario.says('The moon is too large.');
    await dario.follow('Put together a new version');
    await delivers('smaller moon.jpg');
    await approves();
    await dario.says('1 of 2 used');
    expect(await dario.fact('Due so far')).toBe('€225 of €900');
  });
});

test('the front cover is approved as it is', async () => {
  await dario.follow('Put the delivery together');
  await delivers('front.jpg');
  await approves();
});

describe('the wrap', () => {
  test('is delivered for a book of 240 pages, which then has 200', async () => {
    await dario.follow('Put the delivery together');
    await delivers('wrap of 240.jpg');
    await harriet.goto(project);
    await harriet.follow('Change the page count');
    await harriet.fill('Pages', '200');
    await harriet.tick('The page count is final');
    await harriet.press('Show the new size');
    await harriet.says(/240 pages, estimated, spine 0\.54/);
    await harriet.says(/200 pages, final, spine 0\.45/);
    await harriet.says(/^Full wrap will be out of date/);
    await harriet.press('Change the page count');
    await harriet.says('The page count is changed, and the designer has been told.');
    await post.next(dario);
    await dario.says('to the new print specification. That is no round of changes.');
  });

  test('does not pass as it was, goes out with a reason or not at all, and passes when it is made anew', async () => {
    await dario.follow('Put together a new version');
    await packs(dario, [at('wrap of 240.jpg')]);
    await dario.says('Does not pass');
    await dario.press('Deliver');
    await dario.page.getByRole('link', { name: /^Say why wrap of 240\.jpg is delivered/ }).waitFor();
    await dario.press('Remove wrap of 240.jpg');
    await delivers('wrap of 200.jpg');
    await approves();
    await dario.says('1 of 2 used');
  });
});

describe('the hand-over', () => {
  test('is declared, approved, and ends the project', async () => {
    await dario.follow('Put the delivery together');
    await packs(dario, ['wrap of 200.jpg', 'front.jpg', 'layers.txt'].map(at));
    await dario.fill('Fonts', 'Caslon, SIL Open Font License');
    await dario.tick('This is complete and true');
    await delivers();
    await harriet.says('Caslon, SIL Open Font License');
    await harriet.follow('Approve');
    await harriet.press('Approve');
    await harriet.says('Everything is approved, and the project is complete.');
    await post.next(dario);
  });

  test('is one folder, whose checksums match, with contract and credit line', async () => {
    await harriet.follow('See what was handed over');
    const link = harriet.page.getByRole('link', { name: 'Download everything as one ZIP' });
    const [download] = await Promise.all([harriet.page.waitForEvent('download'), link.click()]);
    const folder = await handedOver(await readFile(await download.path()), 'The Ferry at Low Water');
    expect([...folder.keys()]).toEqual([
      ...['1 Finals/Paperback wrap/wrap of 200.jpg', '1 Finals/Ebook front/front.jpg'],
      ...['3 Fonts and licences/layers.txt', '5 Papers/Declaration.txt', '5 Papers/Credit line.txt'],
      ...['5 Papers/Contract.pdf', '5 Papers/Contract.json'],
    ]);
    expect(folder.get('5 Papers/Credit line.txt')?.toString()).toBe('Cover design by Dario Lindqvist\n');
    const contract = await harriet.saves(`${project}/contract.json`);
    expect(folder.get('5 Papers/Contract.json')?.equals(contract)).toBe(true);
    const wrap = await readFile(at('wrap of 200.jpg'));
    expect(folder.get('1 Finals/Paperback wrap/wrap of 200.jpg')?.equals(wrap)).toBe(true);
  });
});

describe('the money', () => {
  test('is asked for with an invoice that has a number and a tax', async () => {
    await invoices(dario, project);
    await post.next(harriet);
    await harriet.page.getByRole('heading', { name: 'Invoice 1', level: 1 }).waitFor();
    await readsInvoice(harriet, ['Oderberger Straße 1', 'VAT 19 %', '€171.00', '€1,071.00']);
  });

  test('is paid outside, written down by one, and confirmed by the other', async () => {
    await harriet.goto(`${project}/payments`);
    expect(await harriet.value('Amount in EUR, before tax')).toBe('900');
    await harriet.press('Write it down');
    await harriet.says('The payment is written down, and the other side is asked to confirm it.');
    await post.next(dario);
    await dario.press(/^Confirm/);
    await dario.says('The payment is confirmed.');
    await post.next(harriet);
    expect(await harriet.fact('Paid')).toBe('€900.00');
    expect(await harriet.page.getByText('Still to pay').count()).toBe(0);
  });
});

describe('what they say of each other', () => {
  const hers = 'He drew the moon again without a sigh.';
  const his = 'She knew what she wanted, and said it once.';

  test('is blind until both have written', async () => {
    for (const one of [harriet, dario]) await wantsAtOnce(one, 'Reviews');
    await harriet.goto(project);
    await harriet.follow('Reviews');
    await reviews(harriet, 'Dario Lindqvist', '5, excellent', hers);
    await harriet.says('Your review is sent.');
    await post.next(dario);
    expect(await dario.page.content()).not.toContain(hers);
    await mira.goto('/designers/dario-lindqvist');
    await mira.says('No reviews yet');
    await reviews(dario, 'Harriet Vane-Okafor', '4, good', his);
    await dario.says(hers);
    await post.next(harriet);
    await harriet.says(his);
  });

  test('is then read by everybody, and counted', async () => {
    await mira.goto('/designers/dario-lindqvist');
    await mira.says(hers);
    await mira.says('1 review');
    await mira.goto(`${brief}/reviews`);
    await mira.says(his);
  });
});

test('the post was all of this, and nothing else', async () => {
  expect(await post.all()).toEqual(coverLetters('“The Ferry at Low Water”'));
});
