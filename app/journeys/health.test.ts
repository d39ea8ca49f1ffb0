/** The product as an operator meets it: it starts, says that it is ready, serves, and stops when told. */
import { expect, test } from 'vitest';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct();

test('it is healthy and ready', async () => {
  const client = await product.client();
  expect(JSON.parse((await client.get('/health')).text)).toMatchObject({ status: 'healthy' });
  expect(JSON.parse((await client.get('/ready')).text)).toEqual({
    ...{ status: 'ready', database: 'ok', storage: 'ok' },
  });
});

test('every request has one line in the log, under the id the reader is given', async () => {
  const client = await product.client();
  const answer = await client.get('/nowhere?secret=canary');
  expect(answer.status).toBe(404);
  const line = await product.logged({ requestId: answer.headers['x-request-id'] });
  expect(line).toMatchObject({ method: 'GET', path: '/nowhere', status: 404 });
  expect(JSON.stringify(product.logs)).not.toContain('canary');
});

test('it stops cleanly', async () => {
  await product.stop();
  expect(product.logs.some(({ msg }) => msg === 'stopping')).toBe(true);
});
