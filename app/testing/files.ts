import { createHash, randomUUID } from 'node:crypto';
import type { Db } from '#db/client.server.ts';
import { files } from '#db/schema/files.server.ts';
import type { Person } from '#app/domain/people/rules.ts';
import { originalKey } from '#app/storage/keys.ts';

/** A file that somebody sent, plain text unless told; what it is of is in no storage. */
export async function aFile(
  db: Db,
  owner: Pick<Person, 'id'>,
  overrides: Partial<typeof files.$inferInsert> = {},
) {
  const id = overrides.id ?? randomUUID();
  const [file] = await db
    .insert(files)
    .values({
      ...{ id, ownerId: owner.id, state: 'ready', name: 'licence.txt', type: 'text/plain', bytes: 1234 },
      ...{ sha256: createHash('sha256').update(id).digest('hex'), key: originalKey(id, 'txt') },
      ...overrides,
    })
    .returning();
  if (!file) throw new Error('the row was not inserted');
  return file;
}
