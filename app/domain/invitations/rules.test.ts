import { describe, expect, test } from 'vitest';
import { judgeProcess } from '#app/testing/process.ts';
import { INVITATION, invitationState, SETTLED_INVITATIONS, type InvitationFacts } from './rules.ts';

judgeProcess(INVITATION, {
  start: 'open',
  settled: SETTLED_INVITATIONS,
  allowed: {
    decline: [['open'], ['designer']],
    withdraw: [['open', 'closed'], ['publisher']],
    answer: [['open', 'declined', 'closed'], ['house']],
    close: [['open'], ['house']],
    reopen: [['closed', 'answered'], ['house']],
  },
});

describe('where an invitation stands', () => {
  const waiting: InvitationFacts = {
    ...{ declinedAt: null, proposed: false, briefState: 'open', finalOn: '2026-03-04' },
  };

  test.each<[string, InvitationFacts, string]>([
    ['waiting', waiting, 'open'],
    ['declined', { ...waiting, declinedAt: new Date() }, 'declined'],
    ['answered', { ...waiting, proposed: true }, 'answered'],
    ['answered after it was declined', { ...waiting, proposed: true, declinedAt: new Date() }, 'answered'],
    ['to a brief that is paused', { ...waiting, briefState: 'paused' }, 'closed'],
    ['to a brief that is due', { ...waiting, finalOn: '2026-03-03' }, 'closed'],
    ['to a brief without a day', { ...waiting, finalOn: null }, 'closed'],
  ])('%s', (_, facts, expected) => {
    expect(invitationState(facts, '2026-03-04')).toBe(expected);
  });
});
