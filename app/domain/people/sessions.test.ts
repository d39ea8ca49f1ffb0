import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sessions } from '#db/schema/people.server.ts';
import { testDatabase } from '../../testing/database.server.ts';
import { aDesigner, aPublisher } from '../../testing/people.ts';
import { NotFound } from '../errors.ts';
import type { Person } from './rules.ts';
import {
  endAllSessions,
  endOneSession,
  findPersonBySession,
  listSessions,
  SESSION_LIFETIME,
  startSession,
  sweepSessions,
} from './sessions.server.ts';

const { db } = await testDatabase();
const now = new Date('2031-05-01T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

const [mine, theirs] = [await aPublisher(db), await aDesigner(db)];
const start = (person: Person, idHash: string, at = now) =>
  startSession(db, { idHash, personId: person.id, userAgent: idHash }, at);
const alive = async () => (await db.select().from(sessions)).map(({ idHash }) => idHash).sort();
const idOf = async (person: Person) => (await listSessions(db, person, now, null))[0]?.id ?? '';

beforeEach(async () => {
  await db.delete(sessions);
});

describe('the list', () => {
  test('has the viewer’s live sessions: the current one, then the one seen last', async () => {
    await start(mine, 'older', hoursAgo(3));
    await start(mine, 'newer', hoursAgo(1));
    await start(mine, 'current', hoursAgo(2));
    await start(mine, 'idle', hoursAgo(24));
    await start(theirs, 'foreign');
    const listed = await listSessions(db, mine, now, 'current');
    expect(listed.map(({ userAgent, current }) => [userAgent, current])).toEqual([
      ['current', true],
      ['newer', false],
      ['older', false],
    ]);
    expect(listed[0]).toMatchObject({ signedInAt: hoursAgo(2), seenAt: hoursAgo(2) });
    expect(JSON.stringify(listed)).not.toContain('idHash');
  });

  test('ends somewhere', async () => {
    for (let n = 0; n < 60; n++) await start(mine, `many-${n}`);
    expect(await listSessions(db, mine, now, null)).toHaveLength(50);
  });
});

describe('ending one', () => {
  test('ends it at once', async () => {
    await start(mine, 'phone');
    await endOneSession(db, mine, await idOf(mine));
    expect(await findPersonBySession(db, 'phone', now)).toBeNull();
  });

  test.each([
    ['somebody else’s', () => idOf(theirs)],
    ['one that never was', () => Promise.resolve(randomUUID())],
    ['what is no id', () => Promise.resolve('none')],
    ['a hash', () => Promise.resolve('foreign')],
  ])('does nothing to %s', async (_, id) => {
    await start(mine, 'own');
    await start(theirs, 'foreign');
    await expect(endOneSession(db, mine, await id())).rejects.toThrow(NotFound);
    expect(await alive()).toEqual(['foreign', 'own']);
  });
});

describe('ending all', () => {
  test('leaves other people’s', async () => {
    await start(mine, 'phone');
    await start(mine, 'laptop');
    await start(theirs, 'foreign');
    await endAllSessions(db, mine.id);
    expect(await alive()).toEqual(['foreign']);
  });
});

test('sweeping takes what is idle or too old, to the moment', async () => {
  const lifetime = SESSION_LIFETIME / 3_600_000;
  await start(mine, 'idle', hoursAgo(24));
  await start(mine, 'nearly idle', hoursAgo(24 - 0.001));
  await db.insert(sessions).values([
    { ...{ idHash: 'old', personId: mine.id, seenAt: now }, expiresAt: now },
    { ...{ idHash: 'nearly old', personId: mine.id, seenAt: now }, expiresAt: hoursAgo(-0.001) },
  ]);
  await start(mine, 'ages ago', hoursAgo(lifetime));
  await sweepSessions(db, now);
  expect(await alive()).toEqual(['nearly idle', 'nearly old']);
});
