/**
 * The storage is cut off while covers are being uploaded. Whoever was not lucky is told so on a page; no cover is
 * without its picture, no file stays that no row names, and what failed succeeds once the storage is back.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readyKeys } from '#app/domain/images/keys.ts';
import { images } from '#db/schema/images.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { good } from '../corpus.ts';
import { hiddenFields, type Answer, type Client } from '../http.ts';
import { openRelay } from '../relay.ts';
import { startS3 } from '../s3.server.ts';
import { startProduct } from '../server.ts';
import { until } from '../until.ts';

const UPLOADS = 6;
/** How many files the storage has taken when it goes away: each upload is two. */
const OUTAGES = [0, 1, 2, 3];
const SWEPT_MS = 60_000;

const s3 = await startS3();
const wire = await openRelay({ host: '127.0.0.1', port: s3.port });
const product = await startProduct({
  env: {
    ...{ STORAGE: 's3', S3_BUCKET: s3.options.bucket, AWS_REGION: s3.options.region },
    ...{ S3_ENDPOINT: `http://127.0.0.1:${wire.port}`, S3_FORCE_PATH_STYLE: 'true' },
    ...{ AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' },
  },
});
afterAll(async () => {
  await wire.close();
  await s3.stop();
});
const { db, sql, dataDir } = product;

type Form = { path: string; fields: Record<string, string> };
const cover = await readFile(await good['small.jpg'](path.join(dataDir, 'small.jpg')));
const upload = (designer: Client, { path, fields }: Form) =>
  designer.upload(path, fields, { field: 'file', name: 'small.jpg', bytes: cover });
const openForm = async (designer: Client, path: string): Promise<Form> => ({
  path,
  fields: hiddenFields((await designer.get(path)).text),
});

/** A designer with a draft of a few words; each round has its own, because uploads are limited. */
async function aDesignerAtWork(round: number) {
  const designer = await product.client();
  await designer.signIn({ subject: `designer-${round}`, role: 'designer' });
  const first = await openForm(designer, '/portfolio/new');
  const added = await upload(designer, first);
  // The second of two clicks: its files are nobody's.
  expect((await upload(designer, first)).location).toBe(added.location);
  const edit = await openForm(designer, added.location ?? '');
  const saved = await designer.form(edit.path, { ...edit.fields, title: `The Flood Ledger ${round}` });
  expect(saved.status).toBe(303);
  const replace = await openForm(designer, edit.path.replace(/edit$/, 'image'));
  const adding = Array.from({ length: UPLOADS - 1 }, () => openForm(designer, '/portfolio/new'));
  return { designer, edit: edit.path, forms: [replace, ...(await Promise.all(adding))] };
}

/** Sends every form at once and takes the storage away when it has taken `after` of their files. */
async function sendThrough(designer: Client, forms: Form[], after: number) {
  const before = (await s3.files()).size;
  const sent = forms.map((form) => upload(designer, form));
  await until(`${after} files`, 30_000, async () => (await s3.files()).size >= before + after);
  await wire.cut();
  return Promise.all(sent);
}

function expectClear(answer: Answer) {
  if (answer.status === 303) return;
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('cannot be reached');
  expect(answer.text).not.toMatch(/\bat .*\.[jt]s:\d|StorageUnavailable|ECONN|S3|node_modules/);
}

/** Every row has its original, whole, and the first preview. */
async function expectWhole() {
  const files = await s3.files();
  for (const image of await db.select().from(images)) {
    expect(files.get(image.originalKey ?? ''), image.id).toBe(image.bytes);
    expect(files.get(`media/${image.prefix}/320.jpeg`), image.id).toBeGreaterThan(0);
  }
}

const refusals: number[] = [];

test.each(OUTAGES.map((after, round) => ({ after, round })))(
  'the storage goes away after $after files',
  async ({ after, round }) => {
    const { designer, edit, forms } = await aDesignerAtWork(round);
    const before = await db.$count(pieces);
    const answers = await sendThrough(designer, forms, after);
    answers.forEach(expectClear);
    const refused = forms.filter((_, at) => answers[at]?.status === 503);
    const added = forms.filter((form, at) => form !== forms[0] && answers[at]?.status === 303);
    expect(await db.$count(pieces)).toBe(before + added.length);
    await expectWhole();
    expect((await designer.get(edit)).text).toContain(`The Flood Ledger ${round}`);
    expect((await designer.get('/portfolio')).status).toBe(200);
    refusals.push(refused.length);
    if (refused.length > 0) {
      await product.fault(/Storage unavailable.*"msg":"outage"/);
      await product.fault(/portfolio.*"status":503/);
    }

    await wire.mend();
    for (const form of refused) expect((await upload(designer, form)).status).toBe(303);
    expect(await db.$count(pieces)).toBe(before + UPLOADS - 1);
    expect((await designer.get(edit)).text).toContain(`The Flood Ledger ${round}`);
  },
);

test('afterwards every picture is ready, and nothing is stored that no row names', async () => {
  // Of the first round nothing can have arrived; of the others all may, on a quick machine.
  expect(refusals[0]).toBe(UPLOADS);
  const named = async () => (await db.select().from(images)).flatMap(readyKeys);
  const orphans = async () => {
    const known = new Set(await named());
    return [...(await s3.files()).keys()].filter((key) => !known.has(key));
  };
  const left = (await orphans()).length;
  expect(left).toBeGreaterThanOrEqual(2 * OUTAGES.length);
  const began = performance.now();
  await until('every job is done', SWEPT_MS, async () => {
    // An hour passes.
    await sql`update pgboss.job set start_after = now() where start_after > now()`;
    const [jobs] = await sql<{ n: number }[]>`
      select count(*)::int as n from pgboss.job where state <> 'completed'`;
    return jobs?.n === 0;
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  const files = await s3.files();
  process.stdout.write(
    `storage: ${OUTAGES.length} outages, ${refusals.join(' + ')} of ${UPLOADS} uploads each refused and repeated, ` +
      `${left} files that no row names, none an hour and ${seconds} s later\n`,
  );
  expect(await orphans()).toEqual([]);
  expect((await named()).filter((key) => !files.has(key))).toEqual([]);
  expect((await db.select().from(images)).filter(({ state }) => state !== 'ready')).toEqual([]);
});
