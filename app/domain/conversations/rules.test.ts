import { expect, test } from 'vitest';
import { mayTalk, type Tie } from './rules.ts';

const FACTS = ['invited', 'proposed', 'designerSaved', 'briefSaved'] as const satisfies (keyof Tie)[];
const NOTHING: Tie = { invited: false, proposed: false, designerSaved: false, briefSaved: false };
const tieOf = (...facts: readonly (keyof Tie)[]): Tie =>
  facts.reduce((tie, fact) => ({ ...tie, [fact]: true }), NOTHING);

test('an invitation, a proposal or a match lets two people talk, and one side’s interest alone does not', () => {
  const ties = Array.from({ length: 2 ** FACTS.length }, (_, bits) =>
    FACTS.filter((_fact, at) => bits & (1 << at)),
  );
  const allowed = ties.filter((facts) => mayTalk(tieOf(...facts))).map((facts) => facts.join('+'));
  const refused = ties.filter((facts) => !mayTalk(tieOf(...facts))).map((facts) => facts.join('+'));
  expect(refused).toEqual(['', 'designerSaved', 'briefSaved']);
  expect(allowed).toContain('designerSaved+briefSaved');
  expect(allowed).toHaveLength(13);
});
