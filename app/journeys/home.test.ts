/** Harriet and Dario come back, and their home says what needs them. */
import { expect, test } from 'vitest';
import { openReader } from '#app/testing/browser.ts';
import { httpClient } from '#app/testing/http.ts';
import { aBrief, aDesigner, aPublisher } from '#app/testing/people.ts';
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
const TITLE = 'The Salt Road';

const linesOf = async (reader: typeof harriet) => {
  await reader.goto('/');
  return (await reader.page.locator('.needs li').allInnerTexts()).map((text) =>
    text.split('\n').filter(Boolean),
  );
};

test('with nothing to do, it says so and leads on', async () => {
  await harriet.signIn('Harriet Vane-Okafor');
  await dario.signIn('Dario Lindqvist');
  for (const [reader, link] of [
    [harriet, 'Post a brief'],
    [dario, 'Read the open briefs'],
  ] as const) {
    await reader.goto('/');
    await reader.page.getByRole('heading', { name: 'Nothing needs you now' }).waitFor();
    await reader.page.locator('main').getByRole('link', { name: link }).click();
    expect(reader.shown.at(-1)?.status).toBe(200);
  }
});

test('the most urgent stands first, and leads to where it is done', async () => {
  await aBrief(db, publisher, { state: 'draft', publishedAt: null, title: '' });
  await aBrief(db, publisher, { finalOn: '2025-01-31', title: 'Last Ferry' });
  const ended = { title: 'Night Orchard' };
  await aProject(db, { publisher, designer, state: 'completed', brief: ended });
  await aProject(db, {
    publisher,
    designer,
    state: 'front',
    milestone: 'delivered',
    brief: { title: TITLE },
  });
  const hers = await linesOf(harriet);
  expect(hers.map(([what]) => what)).toEqual([
    'Choose another day, or close the brief, Last Ferry',
    'Judge the front cover, The Salt Road',
    'Write your review, Night Orchard',
    'Finish the draft of a brief, Untitled brief',
  ]);
  expect(hers[0]?.[1]).toBe('Final files were due 31 January 2025');
  expect(hers[1]?.[1]).toMatch(/^Dario Lindqvist Counts as approved \d+ \w+ \d{4} at \d\d:\d\d$/);
  await harriet.page.getByRole('link', { name: 'Judge the front cover' }).click();
  await harriet.page.getByText(TITLE).first().waitFor();
  expect(harriet.shown.at(-1)?.status).toBe(200);
  expect(await linesOf(dario)).toEqual([
    ['Write your review, Night Orchard', expect.stringMatching(/^Harriet Vane-Okafor Until /)],
  ]);
});

test('a designer finds briefs that suit them, with why; a publisher what is open', async () => {
  const suiting = { title: 'Glass Harbour', genre: 'poetry' } as const;
  await aBrief(db, await aPublisher(db), suiting);
  const section = dario.page.locator('section[aria-labelledby="briefs"]');
  await dario.goto('/');
  await section.getByRole('heading', { name: 'Briefs for you' }).waitFor();
  expect(await section.getByText('Why:').allTextContents()).toEqual([
    'Why: you are available now; posted lately',
  ]);
  await section.getByRole('link', { name: 'All that suit you' }).click();
  await dario.page.getByRole('link', { name: 'Glass Harbour' }).waitFor();
  await harriet.goto('/');
  await harriet.page.getByRole('heading', { name: 'Open briefs' }).waitFor();
  await harriet.page.getByRole('link', { name: 'Glass Harbour' }).waitFor();
});

test('strangers see what they always saw', async () => {
  const stranger = httpClient(origin, { Cookie: 'dev-signed-out=IjEi' });
  const { text } = await stranger.get('/');
  expect(text).toContain('The brief is the print specification.');
  expect(text).not.toContain('What needs you now');
});
