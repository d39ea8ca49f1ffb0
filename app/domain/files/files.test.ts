/** Who may have a file that somebody sent to somebody else. */
import { expect, test } from 'vitest';
import { messageFiles, reports } from '#db/schema/conversations.server.ts';
import { aConversation } from '#app/testing/conversations.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDelivery } from '#app/testing/deliveries.ts';
import { aFile } from '#app/testing/files.ts';
import { aDesigner, anAdmin, anImage, aPublisher } from '#app/testing/people.ts';
import { aProject } from '#app/testing/projects.ts';
import type { Person } from '../people/rules.ts';
import { getFile, getFilePicture } from './queries.server.ts';

const { db } = await testDatabase();
const staff = await anAdmin(db);
const [stranger, rival] = [await aPublisher(db), await aDesigner(db)];

/** Of these people, those who may have it. */
async function readers(fileId: string, people: Record<string, Person>): Promise<string[]> {
  const asked = Object.entries({ ...people, staff, stranger, rival }).map(async ([name, person]) => {
    const found = await getFile(db, person, fileId).catch(() => null);
    return found ? [name] : [];
  });
  return (await Promise.all(asked)).flat();
}

test('a delivery’s is its designer’s until it is delivered, and staff’s when there is a dispute', async () => {
  const made = await aProject(db, { state: 'front', milestone: 'delivered' });
  const { publisher, designer } = made;
  const delivered = await aDelivery(db, made);
  const draft = await aDelivery(db, made, { number: 2, state: 'draft', deliveredAt: null });
  const both = { publisher, designer };
  expect(await readers(delivered.file.sent.id, both)).toEqual(['publisher', 'designer']);
  expect(await readers(draft.file.sent.id, both)).toEqual(['designer']);
  const disputed = await aProject(db, { publisher, designer, state: 'disputed' });
  const shown = await aDelivery(db, disputed);
  const hidden = await aDelivery(db, disputed, { number: 2, state: 'draft', deliveredAt: null });
  expect(await readers(shown.file.sent.id, both)).toEqual(['publisher', 'designer', 'staff']);
  expect(await readers(hidden.file.sent.id, both)).toEqual(['designer']);
});

test('a message’s is of the two who talk, and staff’s when it is reported', async () => {
  const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
  const { messages } = await aConversation(db, { publisher, designer, said: ['Here.', 'And here.'] });
  const [first, second] = messages;
  if (!first || !second) throw new Error('two messages');
  const [sent, answered] = [await aFile(db, designer), await aFile(db, publisher)];
  await db.insert(messageFiles).values([
    { messageId: first.id, fileId: sent.id, position: 0 },
    { messageId: second.id, fileId: answered.id, position: 0 },
  ]);
  await db.insert(reports).values({
    ...{ reporterId: publisher.id, personId: designer.id, subject: 'message', subjectId: first.id },
    ground: 'spam',
  });
  const both = { publisher, designer };
  expect(await readers(sent.id, both)).toEqual(['publisher', 'designer', 'staff']);
  expect(await readers(answered.id, both)).toEqual(['publisher', 'designer']);
});

test('one that is attached to nothing is its sender’s alone', async () => {
  const designer = await aDesigner(db);
  const file = await aFile(db, designer);
  expect(await readers(file.id, { designer })).toEqual(['designer']);
});

test('what a file looks like is seen by whoever may have it', async () => {
  const designer = await aDesigner(db);
  const picture = await anImage(db, designer, { reach: 'private' });
  const file = await aFile(db, designer, { pictureId: picture.id });
  expect(await getFilePicture(db, designer, file.id)).toEqual({ prefix: picture.prefix, state: 'ready' });
  await expect(getFilePicture(db, stranger, file.id)).rejects.toThrow('not yours to see');
  await expect(getFilePicture(db, designer, (await aFile(db, designer)).id)).rejects.toThrow();
  for (const id of [undefined, 'none', file.id.toUpperCase()])
    await expect(getFile(db, designer, id)).rejects.toThrow('There is no such file');
});
