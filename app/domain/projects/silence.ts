/** The clock on a delivery that nobody answers. Moments are milliseconds since 1970, so that it may be asked anywhere. Pure. */

const DAY_MS = 24 * 60 * 60 * 1000;
/** A delivery that has not been answered for so many days counts as approved. */
export const SILENCE_DAYS = 14;
const SILENCE_MS = SILENCE_DAYS * DAY_MS;

/** A question stops the clock from when it is asked until it is answered, or for good. */
export type Pause = { from: number; to: number | null };

export type Silence = {
  /** It stands still: a question is open. */
  paused: boolean;
  /** What is left of the time, in milliseconds; 0 when it has run out. */
  left: number;
  /** When it runs out, is half over, and has a day left; null while a question keeps that open. */
  runsOut: number | null;
  half: number | null;
  lastDay: number | null;
};

/** Where the clock stands. Pauses may overlap, and may have begun before the delivery; none begins after `now`. */
export function silenceOf(delivered: number, pauses: readonly Pause[], now: number): Silence {
  const spans = running(delivered, pauses);
  const ran = spans.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, now) - from), 0);
  const left = Math.max(0, SILENCE_MS - ran);
  return {
    paused: left > 0 && !spans.some(([from, to]) => from <= now && now < to),
    left,
    runsOut: momentAfter(spans, SILENCE_MS),
    half: momentAfter(spans, SILENCE_MS / 2),
    lastDay: momentAfter(spans, SILENCE_MS - DAY_MS),
  };
}

type Span = readonly [from: number, to: number];

/** When the clock runs: from the delivery on, but for the pauses. */
function running(delivered: number, pauses: readonly Pause[]): Span[] {
  const spans: Span[] = [];
  let from = delivered;
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    if (pause.from > from) spans.push([from, pause.from]);
    from = Math.max(from, pause.to ?? Infinity);
  }
  return from < Infinity ? [...spans, [from, Infinity]] : spans;
}

/** When the clock will have run so long; null when a pause without an end comes first. */
function momentAfter(spans: readonly Span[], milliseconds: number): number | null {
  let ran = 0;
  for (const [from, to] of spans) {
    if (ran + (to - from) >= milliseconds) return from + milliseconds - ran;
    ran += to - from;
  }
  return null;
}
