/** When a digest goes out: at eight in the morning, where its reader is. Pure. */

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;
const MORNING_HOUR = 8;
const MONDAY = 1;

export type Mornings = {
  /** The last time it was eight there, and the last time on a Monday. */
  daily: Date;
  weekly: Date;
  /** The day of the first there, as `YYYY-MM-DD`. */
  day: string;
};

/** What is older than these moments goes into a digest now, daily or weekly. A zone this machine does not know is UTC. */
export function morningsOf(now: Date, timeZone: string): Mornings {
  const clock = clockOf(timeZone);
  let day = Math.floor(clock(now.getTime()) / DAY_MS) * DAY_MS;
  if (morningOn(day, clock) > now.getTime()) day -= DAY_MS;
  const sinceMonday = (new Date(day).getUTCDay() - MONDAY + 7) % 7;
  return {
    daily: new Date(morningOn(day, clock)),
    weekly: new Date(morningOn(day - sinceMonday * DAY_MS, clock)),
    day: new Date(day).toISOString().slice(0, 10),
  };
}

/** What a clock on the wall there shows at a moment, as if it were one in UTC. */
type Clock = (moment: number) => number;

/** The moment at which the clock shows eight on a day, which is given as its midnight in UTC. */
function morningOn(day: number, clock: Clock): number {
  const shown = day + MORNING_HOUR * HOUR_MS;
  const guess = shown - (clock(shown) - shown);
  // The clocks may have been changed between the guess and the moment that gave its distance.
  return guess - (clock(guess) - shown);
}

const kept = new Map<string, Clock>();

function clockOf(timeZone: string): Clock {
  const known = kept.get(timeZone);
  if (known) return known;
  const clock = makeClock(timeZone);
  kept.set(timeZone, clock);
  return clock;
}

function makeClock(timeZone: string): Clock {
  const style = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const;
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  try {
    // Swedish writes "2026-11-21 15:36:46".
    const formatter = Intl.DateTimeFormat('sv-SE', { ...style, ...time });
    return (moment) => Date.parse(`${formatter.format(moment).replace(' ', 'T')}Z`);
  } catch {
    return (moment) => moment;
  }
}
