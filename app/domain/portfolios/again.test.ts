/** Forms that come back from the history and are sent again under the same token, as their routes answer. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ActionFunctionArgs } from '@remix-run/node';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { action as saveProfile } from '#app/routes/account.profile.tsx';
import { action as addReference } from '#app/routes/briefs.$briefId.references.tsx';
import { action as saveDetails } from '#app/routes/portfolio.$pieceId.edit.tsx';
import { action as replacePicture } from '#app/routes/portfolio.$pieceId.image.tsx';
import type { Config } from '#app/config.server.ts';
import { flashCookie } from '#app/http/flash.server.ts';
import { mintFormToken } from '#app/http/form.server.ts';
import { openLimits } from '#app/http/limits.server.ts';
import { openMetrics } from '#app/metrics.server.ts';
import { openLog } from '#app/log.server.ts';
import type { WebServices } from '#app/services.server.ts';
import { openDiskStorage } from '#app/storage/disk.server.ts';
import { quarters } from '#app/testing/corpus.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, aPiece, aPublisher } from '#app/testing/people.ts';
import { testQueue } from '#app/testing/queue.ts';
import { getBrief } from '../briefs/queries.server.ts';
import { getOwnProfile } from '../designers/queries.server.ts';
import type { Person } from '../people/rules.ts';
import { getOwnPiece } from './queries.server.ts';

const database = await testDatabase();
const { db, sql } = database;
const directory = await mkdtemp(path.join(tmpdir(), 'again-'));
const held = globalThis as typeof globalThis & { dustjacket?: Partial<WebServices> };
const config = { mode: 'test', logLevel: 'silent', sessionSecrets: ['s'] } as unknown as Config;
held.dustjacket = {
  ...{
    config,
    db,
    sql,
    suspect: database.suspect,
    limits: openLimits(sql),
    queue: testQueue(database),
    storage: openDiskStorage(directory),
    log: openLog(config),
    metrics: openMetrics(openLog(config), config),
  },
};
afterAll(async () => {
  held.dustjacket?.limits?.close();
  delete held.dustjacket;
  await rm(directory, { recursive: true, force: true });
});

type Action = (args: ActionFunctionArgs) => Promise<unknown>;
let token: string;
let dora: Person;
beforeEach(async () => {
  dora = await aDesigner(db);
  token = mintFormToken(dora);
});

/** What the browser is told: where to go with which message, or the status of a page. */
async function send(run: Action, viewer: Person, params: Record<string, string>, body: BodyInit) {
  const request = new Request('http://localhost/', { method: 'POST', body });
  const context = {
    requestId: 'r',
    began: 0,
    whenLeft: () => {},
    address: '',
    viewer: Promise.resolve(viewer),
  };
  const answer = await run({ request, params, context });
  if (!(answer instanceof Response)) return (answer as { init: ResponseInit }).init.status;
  const message: unknown = await flashCookie(config).parse(answer.headers.get('Set-Cookie'));
  return { to: answer.headers.get('Location'), message };
}
const form = (fields: Record<string, string>) =>
  new URLSearchParams({ formToken: token, version: '1', ...fields });
async function upload(colour: string) {
  const body = new FormData();
  body.set('formToken', token);
  const bytes = await quarters(600, 900).tint(colour).png().toBuffer();
  body.set('file', new File([new Uint8Array(bytes)], `${colour}.png`, { type: 'image/png' }));
  return body;
}

test('a profile: two clicks end in one place, and new words are compared', async () => {
  const save = (headline: string) => send(saveProfile, dora, {}, form({ name: 'Dora', headline }));
  const first = await save('First');
  expect(first).toMatchObject({ to: expect.stringMatching(/^\/designers\//) as string });
  expect(await save('First')).toEqual(first);
  expect(await save('Second')).toBe(409);
  expect(await getOwnProfile(db, dora)).toMatchObject({ headline: 'First', version: 2 });
});

test('the details of a cover: two clicks end in one place, and new words are compared', async () => {
  const { id: pieceId } = await aPiece(db, dora);
  const details = { title: 'Salt', author: 'M. Holt', genre: 'poetry', format: 'custom' };
  const save = (about: string) => send(saveDetails, dora, { pieceId }, form({ ...details, about }));
  const first = await save('First');
  expect(first).toMatchObject({ message: 'Saved. Everyone can see this cover.' });
  expect(await save('First')).toEqual(first);
  expect(await save('Second')).toBe(409);
  expect(await getOwnPiece(db, dora, pieceId)).toMatchObject({ about: 'First', version: 2 });
});

test('another picture for a cover is not said to be there when it is not', async () => {
  const { id: pieceId } = await aPiece(db, dora);
  const replace = async (colour: string) => send(replacePicture, dora, { pieceId }, await upload(colour));
  expect(await replace('red')).toMatchObject({ message: expect.stringContaining('is replaced.') as string });
  expect(await replace('blue')).toEqual({
    to: `/portfolio/${pieceId}/edit`,
    message: expect.stringContaining('was sent before') as string,
  });
  expect((await getOwnPiece(db, dora, pieceId)).pictureName).toBe('red.png');
});

test('another reference image is not said to be there when it is not', async () => {
  const paula = await aPublisher(db);
  token = mintFormToken(paula);
  const { id: briefId } = await aBrief(db, paula);
  const add = async (colour: string) => send(addReference, paula, { briefId }, await upload(colour));
  expect(await add('red')).toMatchObject({ message: 'The picture is added.' });
  expect(await add('blue')).toEqual({
    to: `/briefs/${briefId}/references`,
    message: expect.stringContaining('was sent before') as string,
  });
  expect((await getBrief(db, paula, briefId)).references).toHaveLength(1);
});
