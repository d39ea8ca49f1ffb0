/** What Harriet and Dario agreed changes while they work: a further round, another date, and a book that grows. */
import { beforeAll, describe, expect, test } from 'vitest';
import { openReader } from '#app/testing/browser.ts';
import { aDesigner, aPublisher } from '#app/testing/people.ts';
import { aProject } from '#app/testing/projects.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const { db, origin } = product;
const harriet = await openReader(origin, { viewport: { width: 360, height: 800 } });
const dario = await openReader(origin);
type Someone = typeof harriet;

const says = ({ page }: Someone, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = ({ page }: Someone, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click();
const follow = ({ page }: Someone, name: string) =>
  page.locator('main').getByRole('link', { name, exact: true }).click();
const status = ({ shown }: Someone) => shown.at(-1)?.status;

let place = '';

beforeAll(async () => {
  const publisher = await aPublisher(db, { subject: 'dev-hiring-001', name: 'Harriet Vane-Okafor' });
  const designer = await aDesigner(db, { subject: 'dev-designer-001', name: 'Dario Lindqvist' });
  const brief = { title: 'Night Ferry' };
  const { id } = await aProject(db, { publisher, designer, brief, state: 'handover', roundsUsed: 2 });
  place = `/projects/${id}`;
  await harriet.signIn('Harriet Vane-Okafor');
  await dario.signIn('Dario Lindqvist');
});

describe('an amendment', () => {
  test('of one further round is proposed with one click, and says what is wrong beside its field', async () => {
    await harriet.goto(`${place}/amendments/new?rounds=1`);
    const { page } = harriet;
    expect(await page.getByLabel('Rounds of changes').inputValue()).toBe('3');
    await page.getByLabel('Rounds of changes').fill('1');
    await press(harriet, 'Propose the amendment');
    expect(status(harriet)).toBe(400);
    await says(harriet, 'Enter 2 or more: so many rounds have been used');
    await page.getByLabel('Rounds of changes').fill('3');
    await page.getByLabel('Price in EUR').fill('850');
    await press(harriet, 'Propose the amendment');
    await says(harriet, 'Your amendment is proposed.');
    await page.getByRole('button', { name: 'Withdraw' }).waitFor();
  });

  test('is read as was and is, and accepted by the other side', async () => {
    await dario.goto(place);
    await follow(dario, 'Amendments');
    for (const text of ['€800', '€850', '“One further round of changes.”']) await says(dario, text);
    await follow(dario, 'Accept');
    await says(dario, 'Accept this amendment?');
    await press(dario, 'Accept');
    await says(dario, 'The amendment is part of the contract now.');
    await harriet.goto(place);
    await says(harriet, '2 of 3 used');
    await dario.goto(`${place}/amendments/1/reject`);
    expect(status(dario)).toBe(409);
    await says(dario, 'This amendment is accepted now.');
  });
});

describe('a book that grows', () => {
  test('is first looked at: what no printer makes is said, and nothing is changed', async () => {
    await harriet.goto(place);
    await follow(harriet, 'Change the page count');
    const { page } = harriet;
    await page.getByLabel('Pages', { exact: true }).fill('830');
    await press(harriet, 'Show the new size');
    expect(status(harriet)).toBe(400);
    await says(harriet, 'There is a problem');
    expect(await page.getByLabel('Pages', { exact: true }).inputValue()).toBe('830');
    await page.getByLabel('Pages', { exact: true }).fill('320');
    await page.getByLabel('The page count is final').check();
    await press(harriet, 'Show the new size');
    await says(harriet, /280 pages, estimated, spine 0\.631 in/);
    await says(harriet, /320 pages, final, spine 0\.721 in/);
    await says(harriet, /^Full wrap will be out of date/);
  });

  test('makes the wrap out of date, and is no round of changes', async () => {
    await press(harriet, 'Change the page count');
    await says(harriet, 'The page count is changed, and the designer has been told.');
    await dario.goto('/projects');
    await says(
      dario,
      'Deliver the full wrap again, to the new print specification. That is no round of changes.',
    );
    await follow(dario, 'Night Ferry');
    await says(dario, 'Out of date');
    await says(dario, '2 of 3 used');
    await dario.goto(`${place}/pages`);
    expect(status(dario)).toBe(403);
  });

  test('cannot be changed again from a page that was opened before', async () => {
    await harriet.page.goBack();
    await press(harriet, 'Change the page count');
    // The form was sent before: it took effect once, and says where it led.
    await says(harriet, 'Night Ferry');
    await harriet.goto(`${place}/pages`);
    expect(await harriet.page.getByLabel('Pages', { exact: true }).inputValue()).toBe('320');
  });
});
