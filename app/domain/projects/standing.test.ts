import { describe, expect, test } from 'vitest';
import type { ProjectMilestone } from './project.ts';
import { MILESTONE_KEYS, PROJECT_STATE_KEYS, type MilestoneState, type ProjectState } from './rules.ts';
import { spanWords, standingOf, type Stand } from './standing.ts';

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const DELIVERED = new Date('2031-03-01T09:05:00.000Z');
const later = (milliseconds: number) => new Date(DELIVERED.getTime() + milliseconds);
const say = { date: (day: string) => day, moment: (value: Date) => value.toISOString().slice(0, 16) };

const milestone = (kind: ProjectMilestone['kind'], state: MilestoneState): ProjectMilestone => ({
  ...{ id: kind, kind, state, dueOn: '2031-03-15', clockAt: null, pauses: [] },
  deliveredAt: state === 'due' ? null : DELIVERED,
  approvedAt: state === 'approved' ? DELIVERED : null,
});

/** At the front cover, which is in some state. */
const at = (front: MilestoneState, overrides: Partial<Stand> = {}): Stand => ({
  ...{ state: 'front', side: 'publisher', dispute: null },
  milestones: [milestone('concepts', 'approved'), milestone('front', front), milestone('handover', 'due')],
  ...{ publisher: { name: 'Paula' }, designer: { name: 'Dora' } },
  ...overrides,
});
const both = (stand: Stand, now = later(HOUR)) =>
  (['publisher', 'designer'] as const).map((side) => standingOf({ ...stand, side }, now, say));

describe('what happens next', () => {
  test.each([
    [
      'due',
      'designer',
      'Dora delivers the front cover, due on 2031-03-15.',
      'Deliver the front cover, due on 2031-03-15.',
    ],
    [
      'delivered',
      'publisher',
      'Look at the front cover: approve, ask, or request changes.',
      'Paula looks at the front cover: to approve, ask, or request changes.',
    ],
    [
      'changes_requested',
      'designer',
      'Dora delivers the front cover again, with the changes that were asked for.',
      'Deliver the front cover again, with the changes that were asked for.',
    ],
    [
      'stale',
      'designer',
      'Dora delivers the front cover again, to the new print specification. That is no round of changes.',
      'Deliver the front cover again, to the new print specification. That is no round of changes.',
    ],
  ] as const)('at a milestone that is %s', (state, turn, forPublisher, forDesigner) => {
    const [publisher, designer] = both(at(state));
    expect(publisher).toMatchObject({ turn, isYours: turn === 'publisher', next: forPublisher });
    expect(designer).toMatchObject({ turn, isYours: turn === 'designer', next: forDesigner });
  });

  test('is that the designer starts, when it is agreed', () => {
    const agreed = at('due', { state: 'agreed', milestones: [milestone('concepts', 'due')] });
    const [publisher, designer] = both(agreed);
    expect(publisher?.next).toBe('Dora starts work on the concepts, due on 2031-03-15.');
    expect(designer).toMatchObject({ isYours: true, next: 'Start work on the concepts, due on 2031-03-15.' });
  });

  test('is an answer, while a question is open', () => {
    const asked = at('delivered');
    asked.milestones[1]?.pauses.push({ from: later(2 * DAY).getTime(), to: null });
    const [publisher, designer] = both(asked, later(3 * DAY));
    expect(designer).toMatchObject({
      ...{ turn: 'designer', isYours: true },
      next: 'Answer the question about the front cover; its clock stands still until then.',
      countdown: 'The clock stands still. When it goes on, 12 days will be left to answer.',
    });
    expect(publisher?.isYours).toBe(false);
  });

  test('is what the other side says of a dispute, then what staff decide', () => {
    const dispute = {
      id: 'd',
      state: 'open',
      openedBy: 'designer',
      stoodAt: 'front',
      isAnswered: false,
    } as const;
    const disputed = at('delivered', { state: 'disputed', dispute });
    const [publisher, designer] = both(disputed);
    expect(publisher).toMatchObject({ turn: 'publisher', isYours: true, countdown: null });
    expect(publisher?.next).toMatch(/^Say how you see the dispute/);
    expect(designer?.next).toMatch(/^Paula says how they see the dispute/);
    const answered = { ...disputed, dispute: { ...dispute, isAnswered: true } };
    expect(both(answered).map(({ turn }) => turn)).toEqual(['staff', 'staff']);
    expect(standingOf({ ...answered, side: 'staff' }, later(0), say).isYours).toBe(true);
  });

  test('is a sentence in every state, for everybody', () => {
    const states: MilestoneState[] = ['due', 'delivered', 'changes_requested', 'stale'];
    const wrong: string[] = [];
    for (const state of PROJECT_STATE_KEYS)
      for (const one of states)
        for (const side of ['publisher', 'designer', 'staff'] as const) {
          const { next, turn, countdown } = standingOf(stood(state, one, side), later(HOUR), say);
          const ended = ['completed', 'cancelled', 'resolved'].includes(state);
          const counts = one === 'delivered' && !ended && state !== 'disputed';
          if (!/^[A-Z][^{}]*\.$/.test(next) || (turn === 'nobody') !== ended || !countdown === counts)
            wrong.push(`${state} ${one} ${side}: ${next} ${countdown}`);
        }
    expect(wrong).toEqual([]);
  });
});

function stood(state: ProjectState, current: MilestoneState, side: Stand['side']): Stand {
  const stage =
    state === 'completed'
      ? MILESTONE_KEYS.length
      : Math.max(
          0,
          MILESTONE_KEYS.findIndex((kind) => kind === state),
        );
  const milestones = MILESTONE_KEYS.map((kind, n) =>
    milestone(kind, n < stage ? 'approved' : n === stage ? current : 'due'),
  );
  const dispute = {
    id: 'd',
    state: 'open',
    openedBy: 'designer',
    stoodAt: 'concepts',
    isAnswered: true,
  } as const;
  return at(current, { state, side, milestones, dispute: state === 'disputed' ? dispute : null });
}

describe('the countdown', () => {
  test('says how long, until when, and how to stop it, to each in their own words', () => {
    const [publisher, designer] = both(at('delivered'), later(5 * DAY));
    expect(publisher?.countdown).toBe('Approves itself in 9 days, on 2031-03-15T09:05, unless you answer.');
    expect(designer?.countdown).toBe('Approves itself in 9 days, on 2031-03-15T09:05, unless Paula answers.');
  });

  test('says when the time is over, before the house has acted', () => {
    expect(both(at('delivered'), later(14 * DAY))[0]?.countdown).toMatch(/^The time to answer is over/);
  });

  test.each([
    [9 * DAY + 5 * HOUR, '9 days'],
    [DAY, '1 day'],
    [DAY - 1, '23 hours'],
    [HOUR, '1 hour'],
    [HOUR - 1, 'less than an hour'],
  ])('never promises more than there is: %i ms', (milliseconds, words) => {
    expect(spanWords(milliseconds)).toBe(words);
  });
});
