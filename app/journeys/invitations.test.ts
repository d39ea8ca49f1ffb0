/** Harriet looks for whom to invite, and invites Dario; he reads, declines another, and she reads why. */
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { designers } from '#db/schema/designers.server.ts';
import { openReader } from '#app/testing/browser.ts';
import { aBrief, aDesigner, anImage, aPiece, aPublisher } from '#app/testing/people.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const { db, origin } = product;
const harriet = await openReader(origin);
const dario = await openReader(origin, { viewport: { width: 360, height: 800 } });

const address = { secret: '', open: '' };

beforeAll(async () => {
  const publisher = await aPublisher(db, { subject: 'dev-hiring-001', name: 'Harriet Vane-Okafor' });
  const designer = await aDesigner(db, { subject: 'dev-designer-001', name: 'Dario Lindqvist' });
  const booked = await aDesigner(db, { name: 'Berta Booked' });
  for (const one of [designer, booked]) {
    // Without files there is no picture to ask for: a stand-in of cloth shows the title.
    const image = await anImage(db, one, { state: 'failed', readyAt: null });
    await aPiece(db, one, { imageId: image.id });
    await db
      .update(designers)
      .set({ genres: ['horror'] })
      .where(eq(designers.personId, one.id));
  }
  await db.update(designers).set({ availability: 'closed' }).where(eq(designers.personId, booked.id));
  const brief = { genre: 'horror', title: 'The Drowned Chapel' } as const;
  address.secret = `/briefs/${(await aBrief(db, publisher, { ...brief, visibility: 'invited' })).id}`;
  address.open = `/briefs/${(await aBrief(db, publisher, { ...brief, title: 'A Room of Teeth' })).id}`;
  await harriet.signIn('Harriet Vane-Okafor');
  await dario.signIn('Dario Lindqvist');
});

type Reader = typeof harriet;
const press = ({ page }: Reader, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = ({ page }: Reader, name: string | RegExp) =>
  page.getByRole('link', { name, exact: true }).first().click();
const says = ({ page }: Reader, text: string | RegExp) => page.getByText(text).first().waitFor();

describe('whom to invite', () => {
  test('is recommended with reasons, and explained', async () => {
    await harriet.goto(address.secret);
    await follow(harriet, 'Invite designers');
    await says(harriet, 'Why: genre: Horror; available now; showed a new cover lately');
    expect(await harriet.page.getByText('Berta Booked').count()).toBe(0);
    await follow(harriet, 'How that is worked out');
    await says(harriet, 'Genre, 40 points');
  });

  test('is anybody, found by words', async () => {
    await harriet.goto(address.secret);
    await follow(harriet, 'Invite designers');
    await follow(harriet, 'Everybody');
    await harriet.page.getByLabel('Search designers').fill('Berta');
    await press(harriet, 'Show results');
    await says(harriet, 'Berta Booked');
    expect(await harriet.page.getByText('Dario Lindqvist').count()).toBe(0);
  });
});

describe('an invitation', () => {
  test('keeps a note that is too long, and says what to do', async () => {
    await harriet.goto(`${address.secret}/invite`);
    await follow(harriet, 'Invite Dario Lindqvist');
    const note = harriet.page.getByLabel(/A note to Dario Lindqvist/);
    await note.fill('eel '.repeat(300));
    await press(harriet, 'Send the invitation');
    await harriet.page.getByRole('link', { name: 'Shorten the note to 1,000 characters' }).waitFor();
    expect(await note.inputValue()).toContain('eel eel eel');
    await note.fill('Your eel made me think of our chapel.');
    await press(harriet, 'Send the invitation');
    await says(harriet, 'Dario Lindqvist is invited, and has been told.');
    await says(harriet, 'Invited (1 waiting)');
  });

  test('is found by the designer, with the note, and opens the brief', async () => {
    await dario.goto('/invitations');
    await says(dario, 'Your eel made me think of our chapel.');
    await follow(dario, 'Read the brief of The Drowned Chapel');
    await says(dario, 'You are invited');
    await press(dario, 'Save this brief');
    await says(dario, 'It is a match: you are both interested in working on “The Drowned Chapel”.');
  });

  test('is declined with a reason, which the publisher reads', async () => {
    await harriet.goto(`${address.open}/invite`);
    await follow(harriet, 'Invite Dario Lindqvist');
    await press(harriet, 'Send the invitation');
    await dario.goto('/invitations');
    await follow(dario, 'Decline A Room of Teeth');
    await says(dario, 'Decline this invitation?');
    await dario.page.getByLabel(/Your reason/).fill('Teeth are not for me.');
    await press(dario, 'Decline');
    await says(dario, 'You have declined, and the publisher has been told.');
    await follow(dario, 'Earlier');
    await says(dario, 'A Room of Teeth');
    await harriet.goto(address.open);
    await says(harriet, 'Declined');
    await follow(harriet, 'Invite designers');
    await says(harriet, 'Teeth are not for me.');
  });

  test('that is taken back hides the brief that only it opened', async () => {
    await harriet.goto(`${address.secret}/invite`);
    await press(harriet, 'Take back the invitation of Dario Lindqvist');
    await says(harriet, 'The invitation is taken back.');
    const { status } = await dario.goto(address.secret);
    expect(status).toBe(404);
    await dario.goto('/saved');
    await says(dario, 'It is not open to you any more.');
    const late = await dario.goto(`/invitations/${address.secret.replace('/briefs/', '')}/decline`);
    expect(late.status).toBe(404);
  });
});

test('a designer finds the briefs that suit them, and why', async () => {
  await dario.goto('/briefs');
  await follow(dario, 'For you');
  await dario.page.getByRole('heading', { level: 1, name: 'Briefs for you' }).waitFor();
});
