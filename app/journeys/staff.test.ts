/** Ada, of staff, and Dario, who shows a cover: another role, the door, the way back, and what the log says of it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { events } from '#db/schema/events.server.ts';
import { mintFormToken } from '#app/http/form.server.ts';
import { openReader } from '#app/testing/browser.ts';
import { hiddenFields, httpClient } from '#app/testing/http.ts';
import { aDesigner, anAdmin, anImage, aPiece } from '#app/testing/people.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const { db, origin } = product;
const ada = await openReader(origin);
const dario = await openReader(origin, { viewport: { width: 360, height: 800 } });
const { page } = ada;

const COVER = 'Saltwater Letters';
const ROLE_REASON = 'They publish now.';
const REASON = 'The cover is not yours. Write to us when it is gone.';
let person = '';

beforeAll(async () => {
  const subject = 'dev-designer-001';
  const { id } = await aDesigner(db, { subject, name: 'Dario Lindqvist', email: 'dario@press.example' });
  // Without files there is no picture to ask for: a stand-in of cloth shows the title.
  const image = await anImage(db, { id }, { state: 'failed', readyAt: null });
  await aPiece(db, { id }, { title: COVER, imageId: image.id });
  person = `/admin/users/${id}`;
  await dario.signIn('Dario Lindqvist');
});

const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
/** The form with this heading. */
const form = (name: string) => page.getByRole('region', { name, exact: true });
const reasonOf = (name: string) => form(name).getByLabel(/^Reason/);
const covers = async () => (await httpClient(origin, { Cookie: 'dev-signed-out=IjEi' }).get('/covers')).text;

describe('finding somebody', () => {
  test('takes a part of the e-mail', async () => {
    await ada.signIn('Ada Quill');
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await says('2 people');
    await page.getByLabel('Name or e-mail').fill('ario@pre');
    await press('Show results');
    await says('1 person');
    await page.getByRole('link', { name: 'Dario Lindqvist' }).click();
    await page.getByRole('heading', { level: 1, name: 'Dario Lindqvist' }).waitFor();
    await says('In 1 browser');
    await page.getByRole('link', { name: 'Open the profile' }).waitFor();
  });

  test('says so when there is nobody', async () => {
    await ada.goto('/admin/users?q=nobody-at-all&role=designer');
    await says('Nobody fits');
    await page.getByRole('link', { name: 'Everybody' }).click();
    await says('2 people');
  });
});

describe('another role', () => {
  test('needs a reason, and nothing chosen is lost', async () => {
    await ada.goto(person);
    await page.getByRole('radio', { name: 'Publisher or author' }).check();
    await press('Change role');
    await page.getByRole('link', { name: 'Say why the role changes' }).waitFor();
    expect(ada.shown.at(-1)?.status).toBe(400);
    expect(await page.getByRole('radio', { name: 'Publisher or author' }).isChecked()).toBe(true);
  });

  test('counts at the next click, and takes the cover from the gallery', async () => {
    expect(await covers()).toContain(COVER);
    await reasonOf('Change the role').fill(ROLE_REASON);
    await press('Change role');
    await says('Dario Lindqvist has another role now.');
    await says(`“${ROLE_REASON}”`);
    expect(await covers()).not.toContain(COVER);
    expect((await dario.goto('/portfolio')).status).toBe(403);
    expect((await dario.goto('/briefs/new')).status).toBe(200);
  });

  test('can be given back', async () => {
    await page.getByRole('radio', { name: 'Designer' }).check();
    await reasonOf('Change the role').fill('A mistake of ours.');
    await press('Change role');
    await says('from Publisher or author to Designer');
    expect(await covers()).toContain(COVER);
  });
});

describe('suspended', () => {
  test('with a reason, and not without one', async () => {
    await reasonOf('Suspend').fill('   ');
    await press('Suspend');
    await page.getByRole('link', { name: 'Say why, to the person' }).waitFor();
    await reasonOf('Suspend').fill(REASON);
    await press('Suspend');
    await says('Dario Lindqvist is suspended.');
    await says(/Suspended since/);
    await says('Nowhere');
  });

  test('he is signed out at the next click, and his covers are gone', async () => {
    await dario.page.getByRole('link', { name: 'Covers', exact: true }).click();
    await dario.page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect(await dario.page.getByText(COVER).count()).toBe(0);
    expect(await covers()).not.toContain(COVER);
    expect((await dario.goto('/designers/dario-lindqvist')).status).toBe(404);
  });

  test('he is told why when he signs in again', async () => {
    await dario.goto('/dev/sign-in');
    await dario.page.getByRole('radio', { name: /Dario Lindqvist/ }).check();
    await dario.page.getByRole('button', { name: 'Continue' }).click();
    await dario.page.getByText(REASON).waitFor();
    expect(dario.shown.at(-1)?.status).toBe(403);
  });

  test('a member of staff who did not see it is told, and loses no word', async () => {
    const staff = await anAdmin(db, { name: 'Bea Folio' });
    const bea = httpClient(origin);
    await bea.signIn(staff);
    const late = { act: 'suspend', was: 'designer active', reason: 'He never answers.' };
    const answer = await bea.form(person, { ...late, formToken: mintFormToken(staff) });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Dario Lindqvist is a designer, and suspended now.');
    expect(answer.text).toContain('He never answers.');
  });

  test('reinstated he is back, and so are his covers', async () => {
    await ada.goto('/admin/users?state=suspended');
    await page.getByRole('link', { name: 'Dario Lindqvist' }).click();
    await reasonOf('Reinstate').fill('The cover was his after all.');
    await press('Reinstate');
    await says('Dario Lindqvist is reinstated.');
    await dario.signIn('Dario Lindqvist');
    await dario.page.getByRole('link', { name: 'Portfolio' }).click();
    await dario.page.getByText(COVER).first().waitFor();
    expect(await covers()).toContain(COVER);
  });
});

describe('the log', () => {
  test('tells all of it, newest first, with what was before', async () => {
    await page.getByRole('link', { name: 'Log', exact: true }).click();
    await page.getByLabel('Person: name or e-mail').fill('dario@');
    await press('Show results');
    const told = await page.locator('.records tbody th').allInnerTexts();
    expect(
      told.map((text) =>
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ).toEqual([
      ['Reinstated somebody', 'from Suspended to Active', '“The cover was his after all.”'],
      ['Suspended somebody', 'from Active to Suspended', `“${REASON}”`],
      ['Changed the role of somebody', 'from Publisher or author to Designer', '“A mistake of ours.”'],
      ['Changed the role of somebody', 'from Designer to Publisher or author', `“${ROLE_REASON}”`],
      ['Signed in for the first time'],
    ]);
    await page.getByLabel('What', { exact: true }).selectOption('Suspended somebody');
    await press('Show results');
    expect(await page.locator('.records tbody tr').count()).toBe(1);
    await page.getByRole('row', { name: /Suspended somebody.*Ada Quill.*Dario Lindqvist/s }).waitFor();
  });

  test('asks whom one means', async () => {
    await ada.goto('/admin/audit?q=o');
    await says('Whom do you mean by “o”?');
    await page.getByRole('link', { name: 'Bea Folio' }).click();
    await page.getByRole('rowheader', { name: 'Signed in for the first time' }).waitFor();
  });
});

test('a long name without a space breaks no table', async () => {
  const { id } = await aDesigner(db, { name: 'W'.repeat(48) });
  await db.insert(events).values({ type: 'person.changed', actorId: id, subjectId: id });
  await dario.signIn('Ada Quill');
  for (const path of ['/admin/users', `/admin/users/${id}`, '/admin/audit']) {
    await dario.goto(path);
    const wide = await dario.page.locator('html').evaluate(({ scrollWidth }) => scrollWidth);
    expect(wide, path).toBe(360);
    const cell = await dario.page.locator('.records tbody th').first().boundingBox();
    expect(cell?.width, path).toBeGreaterThan(300);
  }
});

describe('Ada herself', () => {
  test('is offered nothing to do with herself, and may not', async () => {
    await ada.goto('/admin/users?q=Quill');
    await page.locator('main').getByRole('link', { name: 'Ada Quill' }).click();
    await says('This is you.');
    expect(await page.locator('main button').count()).toBe(0);
    const own = new URL(page.url()).pathname;
    const client = httpClient(origin);
    await client.signIn({ subject: 'dev-admin-001', role: 'admin' });
    const { formToken = '' } = hiddenFields((await client.get('/account')).text);
    for (const act of ['suspend', 'change_role']) {
      const sent = { act, was: 'admin active', role: 'designer', reason: 'Enough.' };
      const answer = await client.form(own, { ...sent, formToken });
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('another member of staff can');
    }
  });

  test('can be demoted by another, which counts at her next click', async () => {
    const staff = await anAdmin(db, { name: 'Cleo Quarto' });
    const cleo = httpClient(origin);
    await cleo.signIn(staff);
    const form = { act: 'change_role', was: 'admin active', role: 'hiring_user', reason: 'She left.' };
    const sent = { ...form, formToken: mintFormToken(staff) };
    const own = new URL(page.url()).pathname;
    expect((await cleo.form(own, sent)).status).toBe(303);
    // A second click finds what the first has done.
    expect((await cleo.form(own, sent)).status).toBe(303);
    expect((await ada.goto('/admin/users')).status).toBe(403);
    expect((await ada.goto('/admin/audit')).status).toBe(403);
  });
});
