import { expect, test } from 'vitest';
import { blocks } from '#db/schema/conversations.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDesigner, aPublisher } from '#app/testing/people.ts';
import { Forbidden } from '../errors.ts';
import { listBlocked, refuseBlocked } from './queries.server.ts';

const { db } = await testDatabase();

test('a block keeps both from sending each other anything, and nobody else', async () => {
  const [ann, ben, third] = [await aPublisher(db), await aDesigner(db), await aDesigner(db)];
  await refuseBlocked(db, ann.id, ben.id);
  await db.insert(blocks).values({ personId: ann.id, blockedId: ben.id });
  await expect(refuseBlocked(db, ann.id, ben.id)).rejects.toThrow(Forbidden);
  await expect(refuseBlocked(db, ben.id, ann.id)).rejects.toThrow(Forbidden);
  await refuseBlocked(db, ann.id, third.id);
  expect((await listBlocked(db, ann)).map(({ id, name }) => [id, name])).toEqual([[ben.id, 'Dora Bodoni']]);
  expect(await listBlocked(db, ben)).toEqual([]);
});
