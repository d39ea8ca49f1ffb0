/** Harriet changes her mind about a brief, and she and a designer read what became of it. */
import { expect, test } from 'vitest';
import { recordEvent } from '#app/domain/events/commands.server.ts';
import { openReader } from '#app/testing/browser.ts';
import { aBrief, aDesigner, aPublisher } from '#app/testing/people.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const { db, origin } = product;
const [harriet, dario] = [
  await openReader(origin),
  await openReader(origin, { viewport: { width: 360, height: 800 } }),
];
const publisher = await aPublisher(db, { subject: 'dev-hiring-001', name: 'Harriet Vane-Okafor' });
const designer = await aDesigner(db, { subject: 'dev-designer-001', name: 'Dario Lindqvist' });
const brief = await aBrief(db, publisher, { title: 'The Salt Road' });

const linesOf = (reader: typeof harriet) => reader.page.locator('.log li p').allInnerTexts();

test('of a brief is read by its publisher and by designers, each as far as it concerns them', async () => {
  await harriet.signIn('Harriet Vane-Okafor');
  await dario.signIn('Dario Lindqvist');
  await recordEvent(db, { type: 'brief.saved', actorId: designer.id, subjectId: brief.id });
  await harriet.goto(`/briefs/${brief.id}`);
  await harriet.page.getByRole('button', { name: 'Pause' }).click();
  await harriet.page.getByRole('button', { name: 'Reopen' }).click();
  await harriet.page.getByRole('link', { name: 'History of this brief' }).click();
  await harriet.page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
  const happened = ['Harriet Vane-Okafor reopened the brief.', 'Harriet Vane-Okafor paused the brief.'];
  expect(await linesOf(harriet)).toEqual(happened);
  await dario.goto(`/briefs/${brief.id}`);
  await dario.page.getByRole('link', { name: 'History of this brief' }).click();
  expect((await linesOf(dario)).toSorted()).toEqual(
    ['Dario Lindqvist saved the brief.', ...happened].toSorted(),
  );
});
