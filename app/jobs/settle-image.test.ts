import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { images } from '#db/schema/images.server.ts';
import { openDiskStorage } from '../storage/disk.server.ts';
import { originalKey } from '../storage/keys.ts';
import { closeLater, testDatabase } from '../testing/database.server.ts';
import { aDesigner } from '../testing/people.ts';
import { settleImage } from './settle-image.server.ts';

const { db } = await testDatabase();
const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-settle-'));
closeLater(() => rm(dir, { recursive: true, force: true }));
const storage = openDiskStorage(dir);

test('an upload that came to nothing loses its files, and a picture keeps them', async () => {
  const owner = await aDesigner(db);
  const [kept, left] = [randomUUID(), randomUUID()];
  const job = (imageId: string) => ({ imageId, keys: [originalKey(imageId, 'png')] });
  for (const id of [kept, left])
    await storage.put(originalKey(id, 'png'), Buffer.from('a picture'), { contentType: 'image/png' });
  await db.insert(images).values({
    ...{ id: kept, ownerId: owner.id, reach: 'public', prefix: 'a'.repeat(24) },
    ...{ originalKey: originalKey(kept, 'png'), width: 400, height: 640 },
  });
  // Twice, as jobs may be run.
  for (const id of [kept, left, left]) await settleImage({ db, storage }, job(id));
  const file = await storage.open(originalKey(kept, 'png'));
  file?.body.destroy();
  expect(file).not.toBeNull();
  expect(await storage.open(originalKey(left, 'png'))).toBeNull();
});
