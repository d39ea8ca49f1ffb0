import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { people } from '#db/schema/people.server.ts';
import { testDatabase } from '../testing/database.server.ts';
import { aPublisher } from '../testing/people.ts';
import { once } from './once.server.ts';

const { db } = await testDatabase();
const someone = await aPublisher(db);
const other = await aPublisher(db);
const nameOf = async (id: string) =>
  (await db.select({ name: people.name }).from(people).where(eq(people.id, id)))[0]?.name;

describe('a form takes effect once', () => {
  test('fifty at the same time, one effect, fifty answers', async () => {
    const token = randomUUID();
    let effects = 0;
    const send = () =>
      once(db, someone, token, async () => {
        effects += 1;
        return `/result/${effects}`;
      });
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    expect(effects).toBe(1);
    expect(new Set(answers.map(({ location }) => location))).toEqual(new Set(['/result/1']));
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
  });

  test('an effect that failed may be tried again', async () => {
    const token = randomUUID();
    const failing = once(db, someone, token, async (tx) => {
      await tx.update(people).set({ name: 'Half done' }).where(eq(people.id, someone.id));
      throw new Error('out of paper');
    });
    await expect(failing).rejects.toThrow('out of paper');
    expect(await nameOf(someone.id)).toBe(someone.name);
    expect(await once(db, someone, token, async () => '/done')).toEqual({
      location: '/done',
      repeated: false,
    });
  });

  test('nobody can burn the token of somebody else', async () => {
    const token = randomUUID();
    await once(db, other, token, async () => '/theirs');
    expect(await once(db, someone, token, async () => '/mine')).toEqual({
      location: '/mine',
      repeated: false,
    });
  });
});
