import { describe, expect, test } from 'vitest';
import { briefNews, designerNews } from './news.ts';

const [before, saved, after] = [1, 2, 3].map((day) => new Date(Date.UTC(2026, 2, day))) as [Date, Date, Date];
const TODAY = '2026-03-04';

describe('what has become of a saved brief', () => {
  const same = {
    state: 'open',
    finalOn: '2026-05-01',
    savedAt: saved,
    updatedAt: before,
    closedAt: null,
  } as const;

  test.each([
    ['nothing', same, true, null],
    ['changed', { ...same, updatedAt: after }, true, 'Changed since you saved it.'],
    [
      'overdue',
      { ...same, updatedAt: after, finalOn: '2026-03-03' },
      true,
      'The day of its final files has passed.',
    ],
    [
      'closed',
      { ...same, state: 'closed', closedAt: after },
      true,
      'Closed since you saved it: it takes no new proposals.',
    ],
    ['paused', { ...same, state: 'paused' }, true, 'Paused at the moment: it takes no new proposals.'],
    ['not theirs', same, false, 'It is not open to you any more.'],
    ['cancelled', { ...same, state: 'cancelled' }, false, 'Its publisher has cancelled it.'],
  ] as const)('%s', (_, brief, readable, expected) => {
    expect(briefNews(brief, readable, TODAY)).toBe(expected);
  });
});

describe('what is new of a saved designer', () => {
  const same = { hidden: false, savedAt: saved, updatedAt: before, lastShownAt: before };

  test.each([
    ['nothing', same, null],
    ['a profile', { ...same, updatedAt: after }, 'The profile has changed since you saved them.'],
    ['covers', { ...same, updatedAt: after, lastShownAt: after }, 'New covers since you saved them.'],
    ['no covers at all', { ...same, lastShownAt: null }, null],
    ['gone', { ...same, hidden: true, lastShownAt: after }, 'Not on Dustjacket at the moment.'],
  ])('%s', (_, designer, expected) => {
    expect(designerNews(designer)).toBe(expected);
  });
});
