/** Harriet keeps a designer in mind, Dario a brief; each finds it again with what has become of it, and they match. */
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { openReader } from '#app/testing/browser.ts';
import { httpClient } from '#app/testing/http.ts';
import { aBrief, aDesigner, anImage, aPiece, aPublisher } from '#app/testing/people.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const { db, origin } = product;
const harriet = await openReader(origin);
const dario = await openReader(origin, { viewport: { width: 360, height: 800 } });

const BRIEF = 'The Ferry at Low Water';
const address: Record<string, string> = {};

beforeAll(async () => {
  const [publisher, designer] = [
    await aPublisher(db, { subject: 'dev-hiring-001', name: 'Harriet Vane-Okafor' }),
    await aDesigner(db, { subject: 'dev-designer-001', name: 'Dario Lindqvist' }),
  ];
  // Without files there is no picture to ask for: a stand-in of cloth shows the title.
  const image = await anImage(db, designer, { state: 'failed', readyAt: null });
  await aPiece(db, designer, { imageId: image.id });
  const brief = await aBrief(db, publisher, { title: BRIEF });
  const [profile] = await db.select().from(designers).where(eq(designers.personId, designer.id));
  Object.assign(address, {
    brief: `/briefs/${brief.id}`,
    profile: `/designers/${profile?.slug}`,
    id: brief.id,
  });
  await harriet.signIn('Harriet Vane-Okafor');
  await dario.signIn('Dario Lindqvist');
});

const press = ({ page }: typeof harriet, name: string | RegExp) => page.getByRole('button', { name }).click();
const says = ({ page }: typeof harriet, text: string | RegExp) => page.getByText(text).first().waitFor();

describe('what a stranger gets', () => {
  test('has no button to save, and is shared', async () => {
    const stranger = httpClient(origin, { Cookie: 'dev-signed-out=IjEi' });
    for (const path of [address['brief'], address['profile'], '/designers']) {
      const answer = await stranger.get(path ?? '');
      expect(answer.text).not.toContain('formToken');
      expect(answer.headers['cache-control']).toContain('s-maxage');
    }
  });
});

describe('a brief', () => {
  test('is saved on its page, and found again', async () => {
    await dario.goto(address['brief'] ?? '');
    await press(dario, 'Save this brief');
    await says(dario, 'Saved. You find it under Saved.');
    await dario.page.getByRole('link', { name: 'Saved', exact: true }).click();
    await dario.page.getByRole('heading', { level: 1, name: 'Saved briefs' }).waitFor();
    await dario.page.getByRole('link', { name: BRIEF }).waitFor();
  });

  test('is not saved any more from the list, and saved again', async () => {
    await press(dario, `Saved: remove ${BRIEF}`);
    await says(dario, 'Not saved any more.');
    await says(dario, 'No briefs here');
    await dario.goto(address['brief'] ?? '');
    await press(dario, 'Save this brief');
    await dario.page.getByRole('button', { name: 'Saved: remove this brief' }).waitFor();
  });
});

describe('a designer', () => {
  test('is saved from the list, which makes a match', async () => {
    await harriet.goto('/designers?availability=now');
    await press(harriet, 'Save Dario Lindqvist');
    await says(harriet, `It is a match: you are both interested in working on “${BRIEF}”.`);
    expect(harriet.page.url()).toBe(`${origin}/designers?availability=now`);
    await harriet.page.getByRole('button', { name: 'Saved: remove Dario Lindqvist' }).waitFor();
  });

  test('is told apart when nobody finds them any more', async () => {
    await harriet.goto('/saved');
    await harriet.page.getByRole('link', { name: 'Dario Lindqvist' }).waitFor();
    await db.update(designers).set({ hidden: true });
    await harriet.goto('/saved');
    await says(harriet, 'Not on Dustjacket at the moment.');
    expect(await harriet.page.getByRole('link', { name: 'Dario Lindqvist' }).count()).toBe(0);
    await db.update(designers).set({ hidden: false });
  });
});

test('a brief that was closed since says so', async () => {
  await db
    .update(briefs)
    .set({ state: 'closed', closedAt: new Date() })
    .where(eq(briefs.id, address['id'] ?? ''));
  await dario.goto('/saved');
  await says(dario, 'Closed since you saved it: it takes no new proposals.');
});
