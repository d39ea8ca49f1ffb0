/** Harriet looks after her account: from her desk she signs out the laptop she left in a café, then every browser there is. */
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openReader } from '#app/testing/browser.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const desk = await openReader(product.origin);
const cafe = await openReader(product.origin, { viewport: { width: 360, height: 740 } });
const { page } = desk;

const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
const devices = () => page.locator('main .entry');
const signInPage = '/dev/sign-in?to=%2Faccount';
const pathOf = (url: string) => url.replace(product.origin, '');

describe('the account', () => {
  test('is behind the name in the header', async () => {
    await desk.signIn('Harriet Vane-Okafor');
    await page.getByRole('banner').getByRole('link', { name: 'Harriet Vane-Okafor' }).click();
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    await says('hiring@localhost');
    await says('Publisher or author');
    expect(await devices().count()).toBe(1);
    await devices().filter({ hasText: 'This browser' }).waitFor();
    expect(brotliCompressSync(desk.shown.at(-1)?.html ?? '').byteLength).toBeLessThan(14 * 1024);
  });

  test('keeps what was typed when something is wrong with it', async () => {
    await page.getByLabel('Name').fill(' ');
    await page.getByLabel('Time zone').selectOption('Lisbon');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(desk.shown.at(-1)?.status).toBe(400);
    await page.getByRole('link', { name: 'Enter your name' }).click();
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Lisbon');

    const long = 'Harriet '.repeat(12).trim();
    await page.getByLabel('Name').fill(long);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Shorten the name to 80 characters' }).waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe(long);
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Lisbon');
  });

  test('has another name, which the header says at once', async () => {
    await page.getByLabel('Name').fill('Harriet Vane');
    await page.getByLabel('Publisher or imprint').fill('Saltmarsh Press');
    await page.getByLabel('Time zone').selectOption('Auckland, Wellington');
    await page.getByRole('button', { name: 'Save' }).dblclick();
    await says('Your account is saved.');
    await page.getByRole('banner').getByRole('link', { name: 'Harriet Vane', exact: true }).waitFor();
    expect(await page.getByLabel('Publisher or imprint').inputValue()).toBe('Saltmarsh Press');
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Pacific/Auckland');
    const [events] = await product.sql`select count(*)::int from events where type = 'person.changed'`;
    expect(events).toEqual({ count: 1 });
  });

  test('takes what is typed on a page that came back from the history', async () => {
    await page.goBack();
    await page.getByLabel('Name').fill('Harriet Okafor');
    await page.getByRole('button', { name: 'Save' }).click();
    await says('Your account is saved.');
    await page.getByRole('banner').getByRole('link', { name: 'Harriet Okafor' }).waitFor();
  });
});

describe('another browser', () => {
  test('is on the list', async () => {
    await cafe.signIn('Harriet Vane-Okafor');
    await cafe.goto('/account');
    expect(await cafe.page.locator('main .entry').count()).toBe(2);
    await desk.goto('/account');
    expect(await devices().locator('h3').allTextContents()).toEqual(['Chrome on Linux', 'Chrome on Linux']);
    await devices().nth(1).getByText('Last seen').waitFor();
    expect(await devices().nth(0).getByRole('button').count()).toBe(0);
  });

  test('is signed out from here, and learns it at its next click', async () => {
    await devices()
      .nth(1)
      .getByRole('button', { name: /^Sign out ?: Chrome on Linux$/ })
      .dblclick();
    await says('That browser is signed out.');
    expect(await devices().count()).toBe(1);
    await cafe.page.getByRole('banner').getByRole('link', { name: 'Harriet Okafor' }).click();
    expect(pathOf(cafe.page.url())).toBe(signInPage);
  });

  test('is signed out already, as a list in another tab did not know', async () => {
    await cafe.signIn('Harriet Vane-Okafor');
    const tab = await desk.context.newPage();
    for (const one of [page, tab]) await one.goto(`${product.origin}/account`);
    const signOut = { name: /^Sign out ?: Chrome on Linux$/ };
    await page.getByRole('button', signOut).click();
    await says('That browser is signed out.');
    await tab.getByRole('button', signOut).click();
    await tab.getByRole('heading', { name: 'That browser is signed out already' }).waitFor();
    await tab.getByRole('link', { name: 'Your account' }).click();
    await tab.getByRole('heading', { name: 'Your account' }).waitFor();
    await tab.close();
  });

  test('and this one are signed out everywhere at once', async () => {
    await cafe.signIn('Harriet Vane-Okafor');
    await desk.goto('/account');
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await says('You are signed out everywhere.');
    expect(pathOf(page.url())).toBe('/');
    await desk.goto('/account');
    expect(pathOf(page.url())).toBe(signInPage);
    await cafe.goto('/account');
    expect(pathOf(cafe.page.url())).toBe(signInPage);
  });
});

test('the header’s button signs this browser out, and no other', async () => {
  await desk.signIn('Harriet Vane-Okafor');
  await cafe.signIn('Harriet Vane-Okafor');
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await says('You are signed out.');
  await desk.goto('/account');
  expect(pathOf(page.url())).toBe(signInPage);
  expect((await cafe.goto('/account')).status).toBe(200);
  await cafe.page.getByRole('heading', { name: 'Your account' }).waitFor();
});

test('somebody new has an account too, and a designer finds the way to the profile', async () => {
  await desk.signIn('Nora Fennimore');
  expect((await desk.goto('/account')).status).toBe(200);
  await says('New here');
  expect(await page.getByRole('link', { name: 'Edit your public profile' }).count()).toBe(0);
  await desk.signIn('Dario Lindqvist');
  await desk.goto('/account');
  await page.getByRole('link', { name: 'Edit your public profile' }).click();
  await page.getByRole('heading', { name: 'Your profile' }).waitFor();
});
