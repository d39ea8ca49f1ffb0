/** Limits as three processes keep them together, and as one keeps them when the database is silent or gone. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#db/client.server.ts';
import { databaseAt } from '#db/connection.server.ts';
import { rateLimits } from '#db/schema/people.server.ts';
import { closeLater, testDatabase } from '../testing/database.server.ts';
import { decideTogether } from '../testing/decide.ts';
import { openRelay } from '../testing/relay.ts';
import { networkOf, openLimits, type Limits, type Policy } from './limits.server.ts';

const database = await testDatabase();
const limited = (points: number) => {
  const policy = { points, seconds: 60 };
  return {
    ...{ forms: policy, uploads: policy, strangers: policy },
    ...{ signIn: policy, signedIn: policy, paintings: policy, taps: policy, votes: policy },
    feeds: policy,
  };
};

describe('one key', () => {
  test('of three processes that decide nine hundred times at once is allowed exactly its fifty', async () => {
    const allowed = await decideTogether(database.url, 'one-person', {
      processes: 3,
      bursts: 1,
      times: 300,
    });
    expect(allowed.reduce((sum, n) => sum + n, 0)).toBe(50);
  });

  test('is allowed again when its window has passed, and another one all the while', async () => {
    const limits = open(3);
    expect(await takeMany(limits, 'forms', 'a', 4)).toEqual([0, 0, 0, 60]);
    expect(await limits.take('forms', 'b')).toBe(0);
    expect(await limits.take('uploads', 'a')).toBe(0);
    await database.db.update(rateLimits).set({ expire: 1 }).where(eq(rateLimits.key, 'forms:a'));
    expect(await takeMany(limits, 'forms', 'a', 4)).toEqual([0, 0, 0, 60]);
  });

  test('costs no more queries once it has gone on to twice its limit', async () => {
    const limits = open(5);
    await takeMany(limits, 'forms', 'flood', 30);
    const [row] = await database.db.select().from(rateLimits).where(eq(rateLimits.key, 'forms:flood'));
    expect(row?.points).toBe(10);
  });
});

describe('without its database', () => {
  test.each(['cut', 'hush'] as const)('(%s) a limit is kept by each process, and at once', async (how) => {
    const url = new URL(database.url);
    const wire = await openRelay({ host: url.hostname, port: Number(url.port) });
    closeLater(wire.close);
    url.port = String(wire.port);
    const pool = openDatabase(databaseAt(url.href, 3));
    closeLater(pool.close);
    const limits = openLimits(pool.sql, limited(5));
    closeLater(async () => limits.close());
    expect(await limits.take('forms', 'warm')).toBe(0);
    await wire[how]();
    const [waits, times]: [number[], number[]] = [[], []];
    for (let at = 0; at < 8; at += 1) {
      const start = performance.now();
      waits.push(await limits.take('forms', how));
      times.push(performance.now() - start);
    }
    // Most of them: on a busy machine one may wait for a processor, but none for a database.
    expect(times.toSorted((a, b) => a - b)[5]).toBeLessThan(300);
    expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(Math.min(...waits.slice(5))).toBeGreaterThan(0);
  });
});

describe('an address counts', () => {
  test.each([
    ['as itself', '198.51.100.7', '198.51.100.7'],
    ['as the IPv4 address mapped into it', '::ffff:198.51.100.7', '198.51.100.7'],
    ['so in every spelling', '::FFFF:c633:6407', '198.51.100.7'],
    ['by its network', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['by its network, however short', '2001:db8::1', '2001:db8:0:0::/64'],
    ['without the name of an interface', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['as itself on this machine', '::1', '0:0:0:0::/64'],
    ['with all others that are none', 'unknown, 1', 'unknown'],
    ['even when there is none', '', 'unknown'],
  ])('%s', (_, address, counted) => {
    expect(networkOf(address)).toBe(counted);
  });
});

function open(points: number): Limits {
  const limits = openLimits(database.sql, limited(points), 20_000);
  closeLater(async () => limits.close());
  return limits;
}

async function takeMany(limits: Limits, policy: Policy, who: string, times: number): Promise<number[]> {
  const waits: number[] = [];
  for (let at = 0; at < times; at += 1) waits.push(await limits.take(policy, who));
  return waits;
}
