/** Somebody looks around. */
import { expect, test } from 'vitest';
import { openReader } from '#app/testing/browser.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct();
const reader = await openReader(product.origin);

test('signing in and out by buttons', async () => {
  await reader.signIn('Harriet Vane-Okafor');
  await reader.goto('/');
  expect(await reader.page.content()).toContain('Harriet');
});

test('a page that is not there', async () => {
  const { status } = await reader.goto('/nowhere');
  expect(status).toBe(404);
});
