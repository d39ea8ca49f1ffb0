/** Harriet's and Dario's projects that do not come to their good end: one is cancelled, one is settled, one is decided by Ada, of staff. */
import { beforeAll, describe, expect, test } from 'vitest';
import { payments } from '#db/schema/payments.server.ts';
import { openReader } from '#app/testing/browser.ts';
import { aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { aProject } from '#app/testing/projects.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const { db, origin } = product;
const harriet = await openReader(origin);
const dario = await openReader(origin, { viewport: { width: 360, height: 800 } });
const ada = await openReader(origin);
type Someone = typeof harriet;

const says = ({ page }: Someone, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = ({ page }: Someone, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click();
const follow = ({ page }: Someone, name: string) =>
  page.locator('main').getByRole('link', { name, exact: true }).click();
const status = ({ shown }: Someone) => shown.at(-1)?.status;

let projects: Record<'cancelled' | 'disputed', string>;

beforeAll(async () => {
  const publisher = await aPublisher(db, { subject: 'dev-hiring-001', name: 'Harriet Vane-Okafor' });
  const designer = await aDesigner(db, { subject: 'dev-designer-001', name: 'Dario Lindqvist' });
  await anAdmin(db, { subject: 'dev-admin-001', name: 'Ada Quill' });
  const make = async (title: string) =>
    (await aProject(db, { publisher, designer, state: 'front', milestone: 'delivered', brief: { title } }))
      .id;
  projects = { cancelled: await make('Night Ferry'), disputed: await make('The Quiet Tide') };
  await harriet.signIn('Harriet Vane-Okafor');
  await dario.signIn('Dario Lindqvist');
  await ada.signIn('Ada Quill');
});

describe('cancelling a project', () => {
  test('shows the fee of the stage first, and says why a reason is needed', async () => {
    await harriet.goto('/projects');
    await follow(harriet, 'Night Ferry');
    await says(harriet, 'Your turn');
    await says(harriet, /^Approves itself in 13 days, on .* at .*, unless you answer\.$/);
    await follow(harriet, 'Cancel the project');
    await says(harriet, '€264, 33 % of the price');
    await says(harriet, 'Harriet Vane-Okafor then owes Dario Lindqvist €264.');
    await press(harriet, 'Cancel the project');
    expect(status(harriet)).toBe(400);
    await says(harriet, 'Say why, in a sentence or two');
  });

  test('for an amount that has changed meanwhile asks again, and keeps what was typed', async () => {
    const { page } = harriet;
    await page.getByLabel('Why you cancel').fill('The rights went back to the author.');
    await db.insert(payments).values({
      ...{ projectId: projects.cancelled, recordedBy: 'publisher', amount: 100_00 },
      ...{ paidOn: '2026-01-15', confirmedAt: new Date() },
    });
    await press(harriet, 'Cancel the project');
    expect(status(harriet)).toBe(409);
    await says(harriet, 'The amounts have changed');
    await says(harriet, 'Harriet Vane-Okafor then owes Dario Lindqvist €164.');
    expect(await page.getByLabel('Why you cancel').inputValue()).toBe('The rights went back to the author.');
    await press(harriet, 'Cancel the project');
    await says(harriet, 'The project is cancelled.');
    await says(harriet, 'Harriet Vane-Okafor cancelled the project');
  });

  test('leaves the designer with what is owed, and the brief with its publisher', async () => {
    await dario.goto('/projects?state=ended');
    await follow(dario, 'Night Ferry');
    await says(dario, 'The rights went back to the author.');
    await dario.page.getByText('Still to be paid').locator('..').getByText('€164').waitFor();
    await dario.goto(`/projects/${projects.cancelled}/move/start`);
    expect(status(dario)).toBe(409);
    await says(dario, 'This project is cancelled now.');
    await harriet.goto(`/projects/${projects.cancelled}`);
    await follow(harriet, 'The brief');
    await harriet.page.getByRole('button', { name: 'Reopen' }).waitFor();
  });
});

describe('a dispute', () => {
  const place = () => `/projects/${projects.disputed}`;

  test('is opened with grounds, a statement and a wish, each asked for beside its field', async () => {
    await dario.goto(place());
    await follow(dario, 'Open a dispute');
    await press(dario, 'Open a dispute');
    expect(status(dario)).toBe(400);
    for (const message of ['Choose what it is about', 'Say what happened, as you see it'])
      await says(dario, message);
    await dario.page.getByLabel('Payment').check();
    await dario.page
      .getByLabel('What happened')
      .fill('The concepts were approved in May.\n\nNothing was paid.');
    await dario.page.getByLabel('What would settle it').fill('A quarter of the price by Friday.');
    await press(dario, 'Open a dispute');
    await says(dario, 'The dispute is open.');
    await dario.goto(place());
    await says(dario, /Harriet Vane-Okafor says how they see the dispute/);
    expect(await dario.page.getByText('Approves itself').count()).toBe(0);
  });

  test('is answered by the other side, and can be settled by whoever opened it', async () => {
    await harriet.goto(place());
    await says(harriet, 'Your turn');
    await follow(harriet, 'Disputes');
    await harriet.page.getByLabel('How you see it').fill('It was paid on Tuesday.');
    await press(harriet, 'Send your answer');
    await says(harriet, 'Your answer is sent.');
    await says(harriet, 'It was paid on Tuesday.');
    await dario.goto(`${place()}/dispute`);
    await follow(dario, 'Settle, and go on');
    await press(dario, 'Settle, and go on');
    await says(dario, 'The dispute is settled.');
    await says(dario, /^Approves itself in 13 days/);
  });

  test('that comes back is decided by staff, who read both sides', async () => {
    await harriet.goto(`${place()}/dispute/new`);
    await harriet.page.getByLabel('The work is not what was agreed').check();
    await harriet.page.getByLabel('What happened').fill('A gull, where a lighthouse was agreed.');
    await harriet.page.getByLabel('What would settle it').fill('My money back.');
    await press(harriet, 'Open a dispute');
    await ada.page.getByRole('link', { name: 'Disputes', exact: true }).click();
    await says(ada, 'The other side has not answered yet');
    await follow(ada, 'The Quiet Tide');
    await says(ada, 'A gull, where a lighthouse was agreed.');
    await ada.page.getByLabel(/What the project is worth/).fill('900');
    await ada.page.getByLabel('What you decide, and why').fill('The concepts were good work, and stay paid.');
    await press(ada, 'Decide the dispute');
    expect(status(ada)).toBe(400);
    await says(ada, 'Award no more than the price of the project');
    await ada.page.getByLabel(/What the project is worth/).fill('200');
    await press(ada, 'Decide the dispute');
    await says(ada, 'The dispute is decided, and both sides have been told.');
    expect(await ada.page.getByRole('button', { name: 'Decide the dispute' }).count()).toBe(0);
  });

  test('leaves both with the decision, and nothing more to do with it', async () => {
    for (const side of [harriet, dario]) {
      await side.goto(place());
      await says(side, 'Staff decided the dispute');
      await says(side, 'The concepts were good work, and stay paid.');
      await side.page.getByText('Still to be paid').locator('..').getByText('€200').waitFor();
      await side.goto(`${place()}/dispute/new`);
      expect(status(side)).toBe(409);
      await says(side, 'This project is resolved now.');
    }
  });
});
