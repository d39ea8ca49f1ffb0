/**
 * How often one person, or one address, may do something. It is counted in PostgreSQL, so that all processes count
 * together; while that is slow or gone, each counts by itself, and nobody waits for it.
 */
import { isIP, SocketAddress } from 'node:net';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import type { OpenDatabase } from '#db/client.server.ts';

/**
 * Reading is not limited: to count a search would cost as much as to run it, a list is bounded by itself, and a
 * school or a phone network stands behind one address. What is painted while somebody waits, and what programs ask again and again, are the exceptions.
 */
export const POLICIES = {
  /** Of a person. Ordering a portfolio is a form a second; nobody writes 150 briefs in five minutes. */
  forms: { points: 150, seconds: 5 * 60 },
  /** Of a person: every one may be 60 MB to receive and 75 megapixels to decode. */
  uploads: { points: 40, seconds: 10 * 60 },
  /** Of an address nobody is signed in at, which may be a whole office. These forms cost next to nothing. */
  strangers: { points: 600, seconds: 5 * 60 },
  /** Of a person: while they write, their page says so every three seconds, in a window or two. */
  taps: { points: 240, seconds: 5 * 60 },
  /** Of an address, on the way to the provider: an office of 300 on a Monday morning. */
  signIn: { points: 300, seconds: 10 * 60 },
  /** Of an address, on the way back: who got there is not kept out by others who only set off. */
  signedIn: { points: 300, seconds: 10 * 60 },
  /** Of an address: each is half a second to two of a core, in the queue of the uploads; the edge keeps what was asked before. */
  paintings: { points: 60, seconds: 5 * 60 },
  /** Of an address: a whole publishing house votes in one meeting, and each changes their mind once. */
  votes: { points: 100, seconds: 10 * 60 },
  /** Of an address: a reader of feeds asks each once in a while, and many readers may share one server. */
  feeds: { points: 600, seconds: 5 * 60 },
} as const;
export type Policy = keyof typeof POLICIES;

export type Limits = {
  /** Counts one. → 0 when it may be done, else the seconds until it may. Whether the database answers makes no difference. */
  take: (policy: Policy, who: string) => Promise<number>;
  close: () => void;
};

/** Longer than any count takes in a healthy database, shorter than anybody notices. */
const PATIENCE_MS = 150;
const SWEEP_MS = 5 * 60_000;

/** The limits on the table `rate_limits`. `policies` and `patience` are for tests of the counting itself. */
export function openLimits(
  sql: OpenDatabase['sql'],
  policies: Record<Policy, { points: number; seconds: number }> = POLICIES,
  patience = PATIENCE_MS,
): Limits {
  const store = {
    query: async ({ text, values }: { text: string; values: (string | number)[] }) => {
      const rows = await sql.unsafe(text, values, { prepare: true });
      return { rows, rowCount: rows.count };
    },
  };
  const limiterOf = (keyPrefix: Policy) => {
    const { points, seconds } = policies[keyPrefix];
    const shared = new RateLimiterPostgres({
      ...{ keyPrefix, points, duration: seconds },
      ...{ storeClient: store, storeType: 'client', tableName: 'rate_limits', tableCreated: true },
      // Swept below: the library's own timer cannot be stopped.
      clearExpiredByTimeout: false,
      // Who goes on and on costs no more queries.
      inMemoryBlockOnConsumed: points * 2,
    });
    const insuranceLimiter = new RateLimiterMemory({ keyPrefix, points, duration: seconds });
    return new RLWrapperTimeouts({ limiter: shared, timeoutMs: patience, insuranceLimiter });
  };
  const limiters = {
    forms: limiterOf('forms'),
    uploads: limiterOf('uploads'),
    strangers: limiterOf('strangers'),
    taps: limiterOf('taps'),
    signIn: limiterOf('signIn'),
    signedIn: limiterOf('signedIn'),
    paintings: limiterOf('paintings'),
    votes: limiterOf('votes'),
    feeds: limiterOf('feeds'),
  };
  // What stays for the next sweep harms nobody.
  const sweep = setInterval(
    () => void sql`delete from rate_limits where expire < ${Date.now()}`.catch(() => {}),
    SWEEP_MS,
  ).unref();
  return {
    async take(policy, who) {
      try {
        await limiters[policy].consume(who);
        return 0;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      }
    },
    close: () => clearInterval(sweep),
  };
}

/** What an address counts as: an IPv4 address as itself, IPv6 by the /64 that a household or an office is given. */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (isIP(bare) !== 6) return isIP(bare) === 4 ? bare : 'unknown';
  const canonical = new SocketAddress({ address: bare, family: 'ipv6' }).address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(canonical);
  if (mapped?.[1]) return mapped[1];
  const [head = [], tail = []] = canonical.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
}
