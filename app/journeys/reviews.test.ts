/** Harriet and Dario have finished a cover together; each says how it was, blind, and then everybody reads it. */
import { expect, test } from 'vitest';
import { openReader, type Reader } from '#app/testing/browser.ts';
import { aDesigner, aPublisher } from '#app/testing/people.ts';
import { aProject } from '#app/testing/projects.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const { db, origin } = product;
const [harriet, dario] = [
  await openReader(origin),
  await openReader(origin, { viewport: { width: 360, height: 800 } }),
];
const publisher = await aPublisher(db, { subject: 'dev-hiring-001', name: 'Harriet Vane-Okafor' });
const designer = await aDesigner(db, { subject: 'dev-designer-001', name: 'Dario Lindqvist' });
const title = 'The Salt Road';
const { id } = await aProject(db, { publisher, designer, state: 'completed', brief: { title } });
await harriet.signIn('Harriet Vane-Okafor');
await dario.signIn('Dario Lindqvist');

const says = (reader: Reader, text: string | RegExp) => reader.page.getByText(text).first().waitFor();
const press = (reader: Reader, name: string) => reader.page.getByRole('button', { name }).click();
const HERS = 'He read the whole manuscript before he drew a line.';
const HIS = 'She knew what she wanted, and said it once.';

test('a review that lacks an answer comes back with all that was typed', async () => {
  await harriet.goto(`/projects/${id}`);
  await harriet.page.getByRole('link', { name: 'Reviews' }).click();
  for (const question of ['Craft', 'Fit to the brief', 'Communication', 'Print readiness'])
    await harriet.page.getByLabel(question, { exact: true }).selectOption('5, excellent');
  await harriet.page.getByLabel(/^How was it/).fill(HERS);
  await press(harriet, 'Send review');
  await harriet.page.getByRole('link', { name: /^Punctuality: choose/ }).click();
  expect(harriet.shown.at(-1)?.status).toBe(400);
  expect(await harriet.page.getByLabel(/^How was it/).inputValue()).toBe(HERS);
  await harriet.page.getByLabel('Punctuality').selectOption('Does not apply');
  await press(harriet, 'Send review');
  await says(harriet, 'Your review is sent.');
});

test('the other side reads nothing of it before theirs is in', async () => {
  await dario.goto(`/projects/${id}/review`);
  await says(dario, /You can read it when yours is in as well/);
  expect(dario.shown.at(-1)?.html).not.toContain(HERS);
  await dario.goto('/designers/dario-lindqvist');
  await says(dario, 'No reviews yet');
});

test('both are shown when both are in, and can be replied to once', async () => {
  await dario.goto(`/projects/${id}/review`);
  for (const select of await dario.page.locator('main select').all()) await select.selectOption('4');
  await dario.page.getByLabel(/^How was it/).fill(HIS);
  await press(dario, 'Send review');
  await says(dario, 'Both reviews are shown now.');
  await says(dario, HERS);
  await dario.page.getByRole('link', { name: 'Reply' }).click();
  await press(dario, 'Send reply');
  await dario.page.getByRole('link', { name: 'Write a reply' }).waitFor();
  await dario.page.getByLabel('Your reply').fill('A second book soon, I hope.');
  await press(dario, 'Send reply');
  await says(dario, 'Your reply is shown below the review.');
  await dario.page.goBack();
  await dario.page.getByLabel('Your reply').fill('And a third.');
  await press(dario, 'Send reply');
  await says(dario, 'This review is replied to now.');
  expect(await dario.page.getByLabel('Your reply').inputValue()).toBe('And a third.');
});

test('everybody reads them: on the profile, and beside the publisher’s briefs', async () => {
  const stranger = await openReader(origin);
  await stranger.signIn({ subject: 'somebody', role: 'designer' });
  await stranger.goto('/designers/dario-lindqvist');
  for (const text of ['1 review', 'After a finished cover', HERS, 'A second book soon, I hope.'])
    await says(stranger, text);
  await stranger.page.goto('/designers/dario-lindqvist/reviews');
  await says(stranger, 'Too few for an average: we count one from 3 on.');
  await harriet.goto(`/projects/${id}`);
  await harriet.page.getByRole('link', { name: 'The brief', exact: true }).click();
  await harriet.page.getByRole('link', { name: 'Reviews of this publisher (1)' }).click();
  await says(harriet, HIS);
});

test('the history of the project tells of it to both', async () => {
  await harriet.goto(`/projects/${id}`);
  await harriet.page.getByRole('link', { name: 'History' }).click();
  expect((await harriet.page.locator('.log li p').allInnerTexts()).slice(0, 4)).toEqual([
    'Dario Lindqvist replied to a review.',
    'What was written in reviews became readable for everybody.',
    'Dario Lindqvist wrote a review.',
    'Harriet Vane-Okafor wrote a review.',
  ]);
});
