/** From the files of a wrap to the folder of the finished book, by two people with JavaScript off. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pins } from '#db/schema/deliveries.server.ts';
import { images } from '#db/schema/images.server.ts';
import { openReader, type Reader } from '#app/testing/browser.ts';
import { art } from '#app/testing/corpus.ts';
import { aDesigner, aPublisher } from '#app/testing/people.ts';
import { judged } from '#app/testing/print-corpus.ts';
import { aProject } from '#app/testing/projects.ts';
import { startProduct } from '#app/testing/server.ts';
import { until } from '#app/testing/until.ts';
import { unzipped } from '#app/testing/zip.ts';

const product = await startProduct();
const { db, origin } = product;
let directory: string;
const at = (name: string) => path.join(directory, name);
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'dustjacket-delivery-'));
  await judged['right.pdf'][1](at('right.pdf'));
  await art(1200, 900).jpeg().toFile(at('small.jpg'));
  await writeFile(at('licence.txt'), 'You may print this font.\n');
  await writeFile(at('setup.png'), Buffer.from('MZ\x90\0'.padEnd(900, '\x01'), 'latin1'));
}, 60_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

const WRAP = {
  ...({ kind: 'paperback_wrap', printer: 'kdp', paper: 'white', pageCount: 200 } as const),
  ...({ trimWidth: 6, trimHeight: 9, trimUnit: 'in' } as const),
};

/** Presses "look again" until nothing is being checked any more. */
const checked = ({ page }: Reader) =>
  until('the files are checked', 40_000, async () => {
    if ((await page.getByText('Is being checked').count()) === 0) return true;
    await page.getByRole('link', { name: 'look again' }).click();
    return false;
  });
const press = ({ page }: Reader, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = ({ page }: Reader, name: string | RegExp) => page.getByRole('link', { name }).click();

test('a wrap is delivered, asked about, changed where a pin says, approved and handed over', async () => {
  const publisher = await aPublisher(db, { subject: 'wraps-publisher' });
  const designer = await aDesigner(db, { subject: 'wraps-designer' });
  const { id } = await aProject(db, { publisher, designer, state: 'wrap', brief: { formats: [WRAP] } });
  const wrap = `/projects/${id}/milestones/wrap`;
  const dora = await openReader(origin);
  await dora.signIn({ subject: 'wraps-designer', role: 'designer' });
  const paula = await openReader(origin);
  await paula.signIn({ subject: 'wraps-publisher', role: 'hiring_user' });

  // Three files at once, one of which is none of ours.
  await dora.goto(wrap);
  await follow(dora, 'Put a delivery together');
  await dora.page
    .getByLabel('Add files')
    .setInputFiles([at('right.pdf'), at('licence.txt'), at('setup.png')]);
  await press(dora, 'Add them');
  await dora.page.getByText('2 files are added. Not taken: setup.png').waitFor();
  await checked(dora);
  await dora.page.getByText('Passes', { exact: true }).waitFor();
  await dora.page.getByLabel('A word with it').fill('The ferry is on the back.');
  await press(dora, 'Save');
  expect((await paula.goto(wrap)).html).toContain('Nothing delivered yet');
  await press(dora, 'Deliver');
  await dora.page.getByText('The publisher has been told, and has 14 days to answer').waitFor();

  // What is delivered can be read, looked at and saved; a question stops the clock.
  await paula.goto(wrap);
  await paula.page.getByText('The ferry is on the back.').waitFor();
  await paula.page.getByText(/^You have 14 days from the delivery/).waitFor();
  const href = await paula.page.getByRole('link', { name: 'Download' }).first().getAttribute('href');
  const file = await paula.context.request.get(href ?? '');
  expect(file.headers()['content-disposition']).toContain('attachment; filename="right.pdf"');
  await until('the pictures of it are made', 40_000, async () => {
    const waiting = await db.$count(images, eq(images.state, 'preparing'));
    return waiting === 0;
  });
  await paula.goto(wrap);
  await follow(paula, 'As readers will see it');
  await paula.page.getByRole('heading', { name: 'From the press' }).waitFor();
  await paula.page.getByRole('heading', { name: 'In a shop' }).waitFor();
  await paula.goto(wrap);
  await follow(paula, 'Ask a question');
  await press(paula, 'Send the question');
  await paula.page.getByText('Write your question').first().waitFor();
  await paula.page.getByLabel('Your question').fill('Is the spine in Caslon?');
  await press(paula, 'Send the question');
  await paula.page.getByText('The clock stands still. When it goes on').waitFor();
  await dora.goto(wrap);
  await follow(dora, 'Answer');
  await dora.page.getByLabel('Your answer').fill('It is.');
  await press(dora, 'Answer');
  await dora.page.getByText('Your answer is sent. The clock goes on.').waitFor();

  // A pin where the picture is clicked; a browser tells the place without any script.
  await paula.goto(wrap);
  await follow(paula, 'Request changes');
  const picture = paula.page.locator('input[type=image]');
  const box = await picture.boundingBox();
  expect(Math.round(box?.width ?? 0)).toBe(640);
  await paula.page.getByLabel('Changes in words').fill('Lovely, but for one thing.');
  await picture.click({ position: { x: 480, y: (box?.height ?? 0) / 4 } });
  await paula.page.getByText('Pin 1 is put.').waitFor();
  expect(await paula.page.getByLabel('Changes in words').inputValue()).toBe('Lovely, but for one thing.');
  await press(paula, 'Send the changes');
  await paula.page.getByText('Say what is to be changed at pin 1').first().waitFor();
  await paula.page.getByLabel('Pin 1: what is to be changed').fill('The moon is too large.');
  await press(paula, 'Send the changes');
  await paula.page.getByText('Your changes are sent.').waitFor();
  const [pin] = await db.select().from(pins);
  expect(pin?.x).toBeCloseTo(0.75, 2);
  expect(pin?.y).toBeCloseTo(0.25, 2);
  await dora.goto(wrap);
  await dora.page.getByText('The moon is too large.').waitFor();
  await dora.page.getByText(/^Round 1,/).waitFor();

  // What fails is delivered with a reason, or not at all; nothing typed is lost.
  await follow(dora, 'Put together a new version');
  await dora.page.getByLabel('Add files').setInputFiles(at('small.jpg'));
  await press(dora, 'Add them');
  await checked(dora);
  await dora.page.getByLabel('A word with it').fill('A smaller moon.');
  await press(dora, 'Deliver');
  await dora.page
    .getByText(/^Say why small\.jpg is delivered/)
    .first()
    .waitFor();
  expect(await dora.page.getByLabel('A word with it').inputValue()).toBe('A smaller moon.');
  await dora.page.getByLabel('Why it is delivered all the same').fill('A proof; the PDF follows.');
  await press(dora, 'Deliver');
  await paula.goto(wrap);
  await paula.page.getByText('A proof; the PDF follows.').waitFor();
  await paula.page.getByText('Version 1, delivered').waitFor();
  await follow(paula, 'Approve');
  await press(paula, 'Approve');
  await paula.page.getByText('Approved. The designer has been told.').waitFor();

  // The folder of the finished book.
  const handover = `/projects/${id}/milestones/handover`;
  await dora.goto(`${handover}/deliver`);
  await dora.page.getByLabel('Add files').setInputFiles([at('right.pdf'), at('licence.txt')]);
  await press(dora, 'Add them');
  await checked(dora);
  await dora.page.getByLabel('Fonts', { exact: true }).fill('Caslon, SIL Open Font License');
  await press(dora, 'Deliver');
  await dora.page.getByText('Confirm that what you declare is complete and true').first().waitFor();
  await dora.page.getByLabel('This is complete and true').check();
  await press(dora, 'Deliver');
  await paula.goto(handover);
  await paula.page.getByRole('link', { name: 'Download everything as one ZIP' }).waitFor();
  const zip = await paula.context.request.get(`/projects/${id}/handover.zip`);
  const names = [...(await unzipped(await zip.body())).keys()].map((name) => name.replace(/^[^/]+\//, ''));
  expect(names).toEqual([
    ...['1 Finals/Paperback wrap/right.pdf', '3 Fonts and licences/licence.txt'],
    ...['5 Papers/Declaration.txt', '5 Papers/Credit line.txt', '5 Papers/Contract.pdf'],
    ...['5 Papers/Contract.json', 'SHA256SUMS'],
  ]);
}, 240_000);
