import { describe, expect, test } from 'vitest';
import { events } from '#db/schema/events.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { testDatabase } from '../../testing/database.server.ts';
import { aBrief, aDesigner, aPublisher } from '../../testing/people.ts';
import { testQueue } from '../../testing/queue.ts';
import { moveBrief } from '../briefs/moves.server.ts';
import { decodeCursor } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { recordEvent } from './commands.server.ts';
import { HISTORY, HISTORY_TYPES, historyDays, isOfBrief, typesFor, type HistoryType } from './history.ts';
import { historyOfBrief } from './history.server.ts';
import { EVENT_TYPE_KEYS } from './rules.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const say = {
  date: (day: Date | string) => new Date(day).toISOString().slice(0, 10),
  time: (moment: Date) => moment.toISOString().slice(11, 16),
  money: (minor: number, currency: string) => `${currency} ${minor / 100}`,
  number: String,
};
const told = (type: HistoryType, data: Record<string, unknown> = {}) =>
  HISTORY[type][1]({ who: 'Dario', designer: 'Dora', data, say });

describe('a sentence', () => {
  test.each(HISTORY_TYPES)('tells of %s, whatever its event says', (type) => {
    for (const data of [
      {},
      { kind: 'front', number: 2, amount: 45000, currency: 'EUR' },
      { kind: 7, number: '2' },
    ]) {
      expect(told(type, data)).toMatch(/^[A-Z](?!.*(undefined|null|NaN|\[object| {2}| ,)).*[^.\s]$/);
    }
  });

  test.each([
    ['milestone.delivered', { kind: 'front', number: 2 }, 'Dario delivered the front cover, version 2'],
    [
      'milestone.outdated',
      { kind: 'wrap' },
      'The full wrap became out of date, because the print specification changed',
    ],
    [
      'invoice.issued',
      { number: 14, amount: 45050, currency: 'EUR' },
      'Dario issued invoice 14 of EUR 450.5',
    ],
    ['project.disputed', { ground: 'late' }, 'Dario opened a dispute: something agreed is late'],
    ['project.disputed', { ground: 'toString' }, 'Dario opened a dispute'],
    ['project.pages_changed', { before: 320, after: 344 }, 'Dario changed the page count from 320 to 344'],
    ['proposal.countered', { number: 3 }, 'Dario made a counter-offer to Dora, version 3'],
    ['amendment.accepted', {}, 'Dario accepted an amendment'],
  ] as const)('of %s with %o is exact', (type, data, sentence) => {
    expect(told(type, data)).toBe(sentence);
  });

  test('belongs to each event of a brief or a project, and to no other', () => {
    const others = /^(person|profile|designer|search|message|report|mail|piece)\./;
    expect(HISTORY_TYPES.toSorted()).toEqual(EVENT_TYPE_KEYS.filter((type) => !others.test(type)).toSorted());
  });
});

test('what only one may know is in nobody else’s reach', () => {
  expect(typesFor('doer').every((type) => /drafted|discarded|saved|file_|review.changed/.test(type))).toBe(
    true,
  );
  for (const type of ['proposal.noted', 'vote.cast', 'vote.opened', 'proposal.unlisted'] as const)
    expect(HISTORY[type][0]).toBe('publisher');
  for (const type of typesFor('anyone')) expect(type).toMatch(/^brief\./);
});

test('a brief’s history holds where its project began and how it ended, and leaves the rest to the project', () => {
  expect(HISTORY_TYPES.filter((type) => type.startsWith('project.') && isOfBrief(type))).toEqual([
    ...['project.agreed', 'project.completed', 'project.cancelled', 'project.resolved'],
  ]);
  expect(HISTORY_TYPES.some((type) => type.startsWith('milestone.') && isOfBrief(type))).toBe(false);
});

/** A sent proposal of a designer, as a row. */
async function aProposalOf(designer: Person, briefId: string) {
  const validUntil = '2031-01-01';
  const [row] = await db
    .insert(proposals)
    .values({
      briefId,
      designerId: designer.id,
      state: 'submitted',
      version: 1,
      submittedAt: new Date(),
      validUntil,
    })
    .returning({ id: proposals.id });
  return row?.id ?? '';
}

describe('of a brief', () => {
  test('each reads what concerns all and what concerns them, in the order it was recorded', async () => {
    const [paula, dora, dirk] = [
      await aPublisher(db, { name: 'Paula' }),
      await aDesigner(db, { name: 'Dora' }),
      await aDesigner(db, { name: 'Dirk' }),
    ];
    const brief = await aBrief(db, paula);
    const briefId = brief.id;
    const [ofDora, ofDirk] = [await aProposalOf(dora, briefId), await aProposalOf(dirk, briefId)];
    await moveBrief(db, queue, paula, briefId, 'pause', '2027-01-01');
    await db.transaction(async (tx) => {
      const say = (type: HistoryType, actorId: string | null, subjectId: string) =>
        recordEvent(tx, { type, actorId, subjectId, briefId });
      await say('proposal.drafted', dora.id, ofDora);
      await say('proposal.submitted', dora.id, ofDora);
      await say('proposal.submitted', dirk.id, ofDirk);
      await say('proposal.noted', paula.id, ofDora);
      await say('proposal.accepted', paula.id, ofDora);
      await say('proposal.passed_over', paula.id, ofDirk);
      await say('milestone.delivered', dora.id, ofDora);
      await say('brief.awarded', paula.id, briefId);
    });
    await recordEvent(db, { type: 'brief.saved', actorId: dirk.id, subjectId: briefId });
    const readBy = async (person: Person) => {
      const { rows } = await historyOfBrief(db, person, brief, {});
      return historyDays(rows, say).flatMap(({ lines }) => lines.map(({ text }) => text));
    };
    const [paused, awarded] = ['Paula paused the brief', 'The brief was awarded'];
    const passed = 'The proposal of Dirk was declined, because another was accepted';
    expect(await readBy(paula)).toEqual([
      ...[
        awarded,
        passed,
        'Paula accepted the proposal of Dora',
        'Paula noted something about the proposal of Dora',
      ],
      ...['Dirk sent a proposal', 'Dora sent a proposal', paused],
    ]);
    expect(await readBy(dora)).toEqual([
      ...[
        awarded,
        'Paula accepted the proposal of Dora',
        'Dora sent a proposal',
        'Dora started a proposal',
        paused,
      ],
    ]);
    expect(await readBy(dirk)).toEqual([
      'Dirk saved the brief',
      awarded,
      passed,
      'Dirk sent a proposal',
      paused,
    ]);
    expect(await readBy(await aDesigner(db))).toEqual([awarded, paused]);
  });

  test('goes on page by page, and says what became out of date', async () => {
    const paula = await aPublisher(db);
    const brief = await aBrief(db, paula);
    await db.insert(events).values(
      Array.from({ length: 15 }, (_, at) => ({
        ...{ type: 'brief.changed' as const, actorId: paula.id, subjectId: brief.id, briefId: brief.id },
        ...{ createdAt: new Date(Date.UTC(2027, 0, 1 + at)), data: { stale: [`Change ${at}`, 7] } },
      })),
    );
    const first = await historyOfBrief(db, paula, brief, {});
    const second = await historyOfBrief(db, paula, brief, { after: decodeCursor(first.older) });
    const days = historyDays([...first.rows, ...second.rows], say);
    expect(days.map(({ day }) => day)).toEqual(
      Array.from({ length: 15 }, (_, at) => `2027-01-${String(15 - at).padStart(2, '0')}`),
    );
    expect(days[0]?.lines[0]?.notes).toEqual(['Change 14']);
    expect(second.older).toBeNull();
  });
});
