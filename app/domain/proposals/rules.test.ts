import { describe, expect, test } from 'vitest';
import { judgeProcess } from '#app/testing/process.ts';
import { partiesOf, PROPOSAL, SETTLED_PROPOSALS } from './rules.ts';

judgeProcess(PROPOSAL, {
  start: 'draft',
  settled: [...SETTLED_PROPOSALS],
  allowed: {
    submit: [['draft'], ['designer']],
    accept: [['submitted', 'shortlisted'], ['answering']],
    counter: [['submitted', 'shortlisted'], ['publisher']],
    revise: [['submitted', 'shortlisted'], ['designer']],
    shortlist: [['submitted'], ['publisher']],
    unlist: [['shortlisted'], ['publisher']],
    decline: [['submitted', 'shortlisted'], ['publisher']],
    reconsider: [['declined'], ['publisher']],
    withdraw: [['submitted', 'shortlisted'], ['designer']],
    renew: [['expired'], ['designer']],
    passOver: [['submitted', 'shortlisted'], ['house']],
    expire: [['submitted', 'shortlisted'], ['house']],
  },
});

describe('whose turn it is', () => {
  const brief = { ownerId: 'paula' };
  const offer = { designerId: 'dora', author: 'designer' } as const;
  const counter = { designerId: 'dora', author: 'publisher' } as const;

  test('to accept is the one who did not write last', () => {
    expect(partiesOf(offer, brief, { id: 'paula' })).toEqual(['publisher', 'answering']);
    expect(partiesOf(offer, brief, { id: 'dora' })).toEqual(['designer']);
    expect(partiesOf(counter, brief, { id: 'paula' })).toEqual(['publisher']);
    expect(partiesOf(counter, brief, { id: 'dora' })).toEqual(['designer', 'answering']);
  });

  test('is never anybody else’s', () => {
    expect(partiesOf(offer, brief, { id: 'somebody' })).toEqual([]);
  });

  test('is not one’s own brief’s: nobody accepts what they wrote', () => {
    expect(
      partiesOf({ designerId: 'both', author: 'designer' }, { ownerId: 'both' }, { id: 'both' }),
    ).toEqual(['designer']);
  });
});
