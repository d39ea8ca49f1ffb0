/** Something of ours is broken. The reader gets a sentence and an id; whoever mends it finds the rest under that id. */
import { afterEach, expect, test } from 'vitest';
import { openReader } from '#app/testing/browser.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct({ worker: false });
const reader = await openReader(product.origin);

afterEach(() => product.sql`alter table if exists designers_away rename to designers`);

test('a fault', async () => {
  await reader.signIn('Nobody');
  await product.sql`alter table designers rename to designers_away`;
  const { status, html } = await reader.goto('/designers');
  expect(status).toBe(500);
  const { requestId, err } = await product.fault(/does not exist.*"msg":"fault"/);
  expect(await reader.page.locator('main').textContent()).toContain(String(requestId));
  expect(JSON.stringify(err)).toContain('designers');
  expect(html).not.toMatch(/designers_away|select |\bat .*\.js/);
  await product.fault(/"status":500.*"msg":"request"/);
});

test('is over when it is mended', async () => {
  expect((await reader.goto('/designers')).status).toBe(200);
});
