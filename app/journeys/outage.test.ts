/** The database goes away under a publisher's hands, the storage under a designer's. Nothing typed is lost. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { images } from '#db/schema/images.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { openReader } from '#app/testing/browser.ts';
import { good } from '#app/testing/corpus.ts';
import { hiddenFields, send } from '#app/testing/http.ts';
import { openRelay, type Relay } from '#app/testing/relay.ts';
import { startS3 } from '#app/testing/s3.server.ts';
import { startProduct } from '#app/testing/server.ts';
import { until } from '#app/testing/until.ts';

let wire: Relay | undefined;
const s3 = await startS3();
let s3Runs = true;
const stopS3 = async () => {
  if (s3Runs) await s3.stop();
  s3Runs = false;
};
afterAll(stopS3);

const product = await startProduct({
  worker: false,
  env: async ({ url }) => {
    const through = new URL(url);
    wire = await openRelay({ host: through.hostname, port: Number(through.port) });
    through.port = String(wire.port);
    return {
      ...{ DATABASE_URL: through.href, STORAGE: 's3', S3_BUCKET: s3.options.bucket },
      ...{ S3_ENDPOINT: s3.options.endpoint, S3_FORCE_PATH_STYLE: 'true', AWS_REGION: s3.options.region },
      ...{ AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' },
    };
  },
});
// The product first: to be cut off is a fault that it tells of.
afterAll(async () => {
  await product.stop();
  await wire?.close();
});
const answers = async (path: string) => (await send(product.origin, path)).status;

describe('the database goes away while a brief is typed', () => {
  test('and the publisher gets it back in two clicks', async () => {
    const publisher = await openReader(product.origin);
    const { page } = publisher;
    await publisher.signIn('Harriet Vane-Okafor');
    await publisher.goto('/briefs/new');
    await page.getByLabel('Title', { exact: true }).fill('The Flood Ledger');
    await page.getByLabel('Blurb').fill('Three hundred words\nthat took all morning.');

    await wire?.cut();
    await page.getByRole('button', { name: 'Save draft' }).first().click();
    expect(publisher.shown.at(-1)?.status).toBe(503);
    await product.fault(/"msg":"outage"/);
    await product.fault(/"status":503/);

    await wire?.mend();
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByText('The brief is saved.').first().waitFor();
    expect(await page.getByLabel('Blurb').inputValue()).toBe('Three hundred words\nthat took all morning.');
    expect(await product.db.$count(briefs)).toBe(1);
  });

  test('and the process stays alive, says it is not ready, and comes back by itself', async () => {
    await wire?.cut();
    await until('not ready', 10_000, async () => (await answers('/ready')) === 503);
    expect(await answers('/health')).toBe(200);
    await wire?.mend();
    await until('ready', 10_000, async () => (await answers('/ready')) === 200);
  });
});

test('the storage goes away under an upload, and nothing half-written stays', async () => {
  const designer = await product.client();
  await designer.signIn({ subject: 'dev-designer-001', role: 'designer' });
  const form = hiddenFields((await designer.get('/portfolio/new')).text);
  const cover = await readFile(await good['cover.webp'](path.join(product.dataDir, 'cover.webp')));
  await stopS3();
  const file = { field: 'file', name: 'cover.webp', bytes: cover };
  const answer = await designer.upload('/portfolio/new', form, file);
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('cannot be reached');
  await product.fault(/Storage unavailable.*"msg":"outage"/);
  await product.fault(/portfolio.*"status":503/);
  expect([await product.db.$count(pieces), await product.db.$count(images)]).toEqual([0, 0]);
});
