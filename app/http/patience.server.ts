/**
 * A database restarts in a second or two. Whoever reads meanwhile waits for it instead of being turned away: reading
 * twice changes nothing. A form is never sent twice by us; its sender gets it back, with its token.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Unreachable } from '../domain/errors.ts';
import { StorageUnavailable } from '../storage/storage.ts';

/** From the first read that fails; who comes later waits for what is left of it, or not at all. */
const PATIENCE_MS = 4_000;
/** An outage nobody has met for so long is over, or another one. */
const FORGOTTEN_MS = 10_000;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 800;

/** What a database says that was there, or refused, a moment ago. A silent one is the business of `db/circuit.server.ts`. */
export const PASSING: readonly string[] = [
  ...['57P01', '57P02', '57P03', '08006', '25006'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'CONNECTION_CLOSED'],
];

/** Does this fault look like a restart of the database? The storage says the same words, in a fault of its own. */
export const isPassing = (fault: unknown): boolean =>
  !(fault instanceof StorageUnavailable || fault instanceof Unreachable) && hasCode(fault, PASSING);

/** Has this fault one of these codes? drizzle wraps the driver's error, so causes are followed. */
export function hasCode(fault: unknown, codes: readonly string[]): boolean {
  if (!(fault instanceof Error)) return false;
  const { code } = fault as Error & { code?: unknown };
  if (typeof code === 'string' && codes.includes(code)) return true;
  if (fault instanceof AggregateError) return fault.errors.some((one) => hasCode(one, codes));
  return hasCode(fault.cause, codes);
}

/** The patience of one process: all who read share it, so that in a long outage only the first of them wait. */
export class Patience {
  #until = 0;
  #met = -FORGOTTEN_MS;

  /** Runs `read`, again and again while the database seems to restart. `renew` comes before each further try. */
  async during<R>(read: () => Promise<R>, renew: () => void, signal: AbortSignal): Promise<R> {
    for (let wait = FIRST_WAIT_MS, tries = 1; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS), tries += 1) {
      try {
        const result = await read();
        // Only a read that failed before is known to have asked the database.
        if (tries > 1) this.#met = -FORGOTTEN_MS;
        return result;
      } catch (fault) {
        const left = isPassing(fault) && !signal.aborted ? this.#left() : 0;
        if (left <= 0) throw fault;
        // Not all at once: everybody was turned away at the same moment.
        await sleep(Math.min(wait * (0.75 + Math.random() / 2), left));
        renew();
      }
    }
  }

  /** A failure is met now. → for how many milliseconds more there is hope. */
  #left(): number {
    const now = performance.now();
    if (now - this.#met >= FORGOTTEN_MS) this.#until = now + PATIENCE_MS;
    this.#met = now;
    return this.#until - now;
  }
}
