/** What an operator knows of the product without asking it: its metrics, and its lines under the load balancer's name for a request. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { images } from '#db/schema/images.server.ts';
import { good } from '#app/testing/corpus.ts';
import { hiddenFields } from '#app/testing/http.ts';
import { startProduct } from '#app/testing/server.ts';
import { until } from '#app/testing/until.ts';

const product = await startProduct({ env: { LOG_LEVEL: 'debug' } });
const metricsOf = (name: string) =>
  product.logs.filter(({ process, msg }) => process === name && msg === 'metrics');
const answered = () => product.logs.filter(({ msg }) => /^request/.test(msg ?? ''));
let bytes: number;

test('every line of a request has the id of its trace beside its own', async () => {
  const traceId = '1-67891233-abcdef012345678912345678';
  const client = await product.client();
  const ask = (header: string) =>
    client.request('/portfolio/new', { headers: { 'X-Amzn-Trace-Id': header } });
  const { headers } = await ask(`Root=${traceId};Parent=53995c3f42cd8ad8`);
  expect(await product.logged({ requestId: headers['x-request-id'] })).toMatchObject({ traceId });
  const forged = await ask('Root=anything');
  expect(await product.logged({ requestId: forged.headers['x-request-id'] })).not.toHaveProperty('traceId');
});

beforeAll(async () => {
  const designer = await product.client();
  await designer.signIn({ subject: 'dev-designer-001', role: 'designer' });
  const form = hiddenFields((await designer.get('/portfolio/new')).text);
  const cover = await readFile(await good['cover.webp'](path.join(product.dataDir, 'cover.webp')));
  bytes = cover.byteLength;
  const file = { field: 'file', name: 'cover.webp', bytes: cover };
  expect((await designer.upload('/portfolio/new', form, file)).status).toBe(303);
  // Designers write no briefs.
  expect((await designer.get('/briefs/new')).status).toBe(403);
  await until(
    'the sizes are made',
    20_000,
    async () => (await product.db.select().from(images))[0]?.state === 'ready',
  );
});

test('told to stop, server and worker write what they have counted', async () => {
  await product.settle();
  await product.stop();
  const [server, ...more] = metricsOf('server');
  expect(more).toEqual([]);
  expect(server).toMatchObject({ Requests: answered().length, Uploads: 1, UploadBytes: bytes, Refused: 1 });
  expect(server?.['RequestMs']).toEqual(answered().map(({ ms }) => ms));
  expect(server).not.toHaveProperty('Faults');
  for (const gauge of ['MemoryBytes', 'EventLoopDelayMs']) expect(server?.[gauge]).toBeGreaterThan(0);
  expect(server).toHaveProperty('PoolWaiting');

  const [worker] = metricsOf('worker');
  expect(worker).toMatchObject({ QueueAgeSeconds: 0, FailedJobs: 0 });
  expect(worker?.['DeriveMs']).toHaveLength(1);
});
