/** Judges a process that is written as data, whole: what every one of them has to be, whatever it is about. */
import { describe, expect, test } from 'vitest';
import { mayMove, movesFor, reachable, whyNot, type Process } from '#app/domain/process.ts';

/**
 * Walks every state × party × move. `allowed` says it once more and by hand: for each move, from where and by whom.
 * `settled` are the states that nobody can lead it out of; the party called `house`, which is nobody, may.
 */
export function judgeProcess<State extends string, Party extends string, Name extends string>(
  process: Process<State, Party, Name>,
  {
    start,
    settled,
    allowed,
  }: {
    start: State;
    settled: readonly State[];
    allowed: Record<Name, readonly [from: State[], by: Party[]]>;
  },
): void {
  const { noun, moves } = process;
  const states = Object.keys(process.states) as State[];
  const parties = Object.keys(process.parties) as Party[];
  const names = Object.keys(moves) as Name[];
  const cases = states.flatMap((state) =>
    parties.flatMap((party) => names.map((name) => ({ state, party, name }))),
  );

  describe(`the process of a ${noun}`, () => {
    test.each(cases)('$name a $state one as $party', ({ state, party, name }) => {
      const [from, by] = allowed[name];
      const expected = from.includes(state) && by.includes(party);
      expect(mayMove(process, state, [party], name)).toBe(expected);
      expect(movesFor(process, state, [party]).includes(name)).toBe(expected);
      if (expected) return;
      const { reason, message } = whyNot(process, state, [party], name);
      expect(reason).toBe(by.includes(party) ? 'conflict' : 'forbidden');
      expect(message).toMatch(
        new RegExp(`^(Only .* can do that with this ${noun}|This ${noun} is .* now)\\.`),
      );
    });

    test('reaches every state from the first', () => {
      expect([...reachable(process, start)].sort()).toEqual([...states].sort());
    });

    test('is a dead end only where it is over, and can be brought there from anywhere', () => {
      const people = parties.filter((party) => party !== 'house');
      const ends = states.filter((state) => movesFor(process, state, people).length === 0);
      expect(ends.sort()).toEqual([...settled].sort());
      for (const state of states)
        expect(settled.some((end) => reachable(process, state, people).has(end))).toBe(true);
    });

    test('speaks in sentences', () => {
      for (const name of names) {
        const { label, done, confirm } = moves[name];
        expect(label).toMatch(/^[A-Z][^.!?]*$/);
        expect(done).toMatch(/^[A-Z].*\.$/);
        if (confirm) expect(confirm).toMatch(/^[A-Z].*\?/);
      }
    });

    test('is nobody’s who has no part in it', () => {
      for (const state of states) expect(movesFor(process, state, [])).toEqual([]);
    });
  });
}
