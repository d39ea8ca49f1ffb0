import { describe, expect, test } from 'vitest';
import { judgeProcess } from '#app/testing/process.ts';
import {
  AMENDMENT,
  ENDED,
  isAt,
  MILESTONE,
  MILESTONE_KEYS,
  PROJECT,
  PROJECT_STATE_KEYS,
  stageOf,
  UNDER_WAY,
  type Milestone,
  type ProjectState,
} from './rules.ts';

const under: ProjectState[] = [...UNDER_WAY];

judgeProcess(PROJECT, {
  start: 'agreed',
  settled: [...ENDED],
  allowed: {
    start: [['agreed'], ['designer']],
    advance: [under, ['house']],
    complete: [['handover'], ['house']],
    dispute: [under, ['designer', 'publisher']],
    settle: [['disputed'], ['opener', 'staff']],
    resolve: [['disputed'], ['staff']],
    cancel: [under, ['designer', 'publisher']],
  },
});

judgeProcess(MILESTONE, {
  start: 'due',
  settled: ['approved'],
  allowed: {
    deliver: [['due', 'delivered', 'changes_requested', 'stale'], ['designer']],
    approve: [['delivered'], ['publisher']],
    requestChanges: [['delivered'], ['publisher']],
    ask: [['delivered'], ['publisher']],
    answer: [['delivered'], ['designer']],
    approveUnanswered: [['delivered'], ['house']],
    outdate: [['delivered', 'approved'], ['house']],
  },
});

judgeProcess(AMENDMENT, {
  start: 'proposed',
  settled: ['accepted', 'rejected', 'withdrawn'],
  allowed: {
    accept: [['proposed'], ['other']],
    reject: [['proposed'], ['other']],
    withdraw: [['proposed'], ['author']],
    lapse: [['proposed'], ['house']],
  },
});

describe('where a project stands', () => {
  const all = (approved: number): Milestone[] =>
    MILESTONE_KEYS.map((kind, at) => ({ kind, state: at < approved ? 'approved' : 'due' }));

  test('is its first milestone that is not approved', () => {
    expect([0, 1, 2, 3, 4].map((approved) => stageOf(all(approved)))).toEqual([...MILESTONE_KEYS, null]);
  });

  test('is never a wrap that nobody asked for', () => {
    const ebook = all(2).filter(({ kind }) => kind !== 'wrap');
    expect(stageOf(ebook)).toBe('handover');
  });

  test('is the wrap again when its specification has changed', () => {
    const stale = all(4).map((one): Milestone => (one.kind === 'wrap' ? { ...one, state: 'stale' } : one));
    expect(stageOf(stale)).toBe('wrap');
  });

  test('is the only place where something is delivered or judged, and only while work goes on', () => {
    for (const state of PROJECT_STATE_KEYS)
      for (const kind of MILESTONE_KEYS)
        expect(isAt(state, all(1), kind)).toBe(kind === 'front' && under.includes(state));
  });
});
