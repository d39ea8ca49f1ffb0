/**
 * A process as data: the states a thing can be in, and the moves between them: who may, from where, to where, and
 * what that says. Pages draw their buttons from it, commands check against it, and a test walks all of it.
 */
export type Move<State extends string, Party extends string> = {
  from: readonly State[];
  /** Where it leads, or to which of several; left out for a move after which the thing stands where it stood. */
  to?: State | readonly State[];
  by: readonly Party[];
  /** On the button. */
  label: string;
  /** Told to the person who did it. */
  done: string;
  /** Asked before it is done; a move without a question needs no confirmation. */
  confirm?: string;
};

export type Process<State extends string, Party extends string, Name extends string> = {
  /** What it is called in a sentence: "This brief is closed now." */
  noun: string;
  states: Readonly<Record<State, string>>;
  /** Who may have a part in it, as in "Only its publisher can do that". */
  parties: Readonly<Record<Party, string>>;
  moves: Readonly<Record<Name, Move<State, Party>>>;
};

/** May somebody who is all of these parties to it make this move, as it stands? */
export function mayMove<State extends string, Party extends string, Name extends string>(
  { moves }: Process<State, Party, Name>,
  state: State,
  parties: readonly Party[],
  name: Name,
): boolean {
  const { from, by } = moves[name];
  return from.includes(state) && by.some((party) => parties.includes(party));
}

/** The moves they can make now, in the order their buttons stand. */
export const movesFor = <State extends string, Party extends string, Name extends string>(
  process: Process<State, Party, Name>,
  state: State,
  parties: readonly Party[],
): Name[] => (Object.keys(process.moves) as Name[]).filter((name) => mayMove(process, state, parties, name));

/** Where something stands after a move; where it stood, when that leads nowhere. Throws for a move that leads to one of several. */
export function after<State extends string, Party extends string, Name extends string>(
  { moves }: Process<State, Party, Name>,
  state: State,
  name: Name,
): State {
  const { to = state } = moves[name];
  if (typeof to !== 'string') throw new Error(`${name} leads to one of several states`);
  return to;
}

/**
 * Why a move cannot be made, in a sentence: it is somebody else's to make, or the thing has moved on; then with where it
 * stands, and what can be done instead.
 */
export function whyNot<State extends string, Party extends string, Name extends string>(
  process: Process<State, Party, Name>,
  state: State,
  parties: readonly Party[],
  name: Name,
): { reason: 'forbidden' | 'conflict'; message: string } {
  const { noun, states, moves } = process;
  const { by } = moves[name];
  if (!by.some((party) => parties.includes(party))) {
    const who = by.map((party) => process.parties[party]).join(' or ');
    return { reason: 'forbidden', message: `Only ${who} can do that with this ${noun}.` };
  }
  const rest = movesFor(process, state, parties).map((move) => moves[move].label.toLowerCase());
  const instead = rest.length > 0 ? ` You can: ${rest.join(', ')}.` : '';
  return { reason: 'conflict', message: `This ${noun} is ${states[state].toLowerCase()} now.${instead}` };
}

/** The states that the moves of some parties reach from another, that one included. */
export function reachable<State extends string, Party extends string, Name extends string>(
  { moves }: Process<State, Party, Name>,
  start: State,
  parties?: readonly Party[],
): Set<State> {
  const seen = new Set([start]);
  for (const state of seen)
    for (const { from, to = [], by } of Object.values<Move<State, Party>>(moves))
      if (from.includes(state) && by.some((party) => parties?.includes(party) ?? true))
        for (const next of [to].flat() as State[]) seen.add(next);
  return seen;
}
