import { describe, expect, test } from 'vitest';
import { Unreachable } from '../domain/errors.ts';
import { StorageUnavailable } from '../storage/storage.ts';
import { isPassing, Patience } from './patience.server.ts';
import { isOutage, respond } from './respond.server.ts';
import type { Args } from './gate.server.ts';

const coded = (code: string, cause?: unknown) => Object.assign(new Error('refused', { cause }), { code });
const open = new AbortController().signal;

/** Something to be asked that fails so often with this fault, and then answers. */
function failing(times: number, fault: Error) {
  const seen = { asked: 0, renewed: 0 };
  const ask = () => {
    seen.asked += 1;
    return seen.asked <= times ? Promise.reject(fault) : Promise.resolve('answered');
  };
  return { seen, ask, renew: () => (seen.renewed += 1) };
}

describe('what passes', () => {
  test.each([
    ['a database that shuts down', coded('57P01')],
    ['one that starts', new Error('Failed query', { cause: coded('57P03') })],
    ['one that refuses', new AggregateError([coded('ECONNREFUSED')])],
    ['a connection that broke', coded('CONNECTION_CLOSED')],
  ])('is %s, and an outage', (_what, fault) => {
    expect([isPassing(fault), isOutage(fault)]).toEqual([true, true]);
  });

  test.each([
    ['a database known to be silent', coded('CONNECT_TIMEOUT')],
    ['a database that is full', coded('53300')],
    ['the storage', new StorageUnavailable('open', coded('ECONNREFUSED'))],
    ['the sign-in service', new Unreachable('the sign-in service', { cause: coded('ECONNRESET') })],
    ['a broken rule', coded('23505')],
    ['a bug', new TypeError('x is not a function')],
  ])('is not %s', async (_what, fault) => {
    expect(isPassing(fault)).toBe(false);
    const { seen, ask, renew } = failing(1, fault);
    await expect(new Patience().during(ask, renew, open)).rejects.toBe(fault);
    expect(seen).toEqual({ asked: 1, renewed: 0 });
  });
});

describe('a read', () => {
  test('is tried again until the database is back', async () => {
    const { seen, ask, renew } = failing(3, coded('57P01'));
    expect(await new Patience().during(ask, renew, open)).toBe('answered');
    expect(seen).toEqual({ asked: 4, renewed: 3 });
  });

  test('gives up after four seconds; the next one does so at once, until the database has answered', async () => {
    const patience = new Patience();
    const gone = failing(Infinity, coded('ECONNREFUSED'));
    const start = performance.now();
    await expect(patience.during(gone.ask, gone.renew, open)).rejects.toThrow('refused');
    expect(performance.now() - start).toBeGreaterThan(3_900);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(gone.seen.asked).toBeGreaterThan(5);
    expect(gone.seen.asked).toBeLessThan(14);
    const late = failing(1, coded('ECONNREFUSED'));
    await expect(patience.during(late.ask, late.renew, open)).rejects.toThrow('refused');
    expect(late.seen.asked).toBe(1);
  });

  test('is not tried again for somebody who has gone', async () => {
    const { seen, ask, renew } = failing(1, coded('57P01'));
    await expect(new Patience().during(ask, renew, AbortSignal.abort())).rejects.toThrow('refused');
    expect(seen.asked).toBe(1);
  });
});

describe('respond', () => {
  const args = (method: string): Args => ({
    request: new Request('http://localhost/covers', { method }),
    context: {
      requestId: 'one',
      began: 0,
      whenLeft: () => {},
      address: '127.0.0.1',
      viewer: Promise.resolve(null),
    },
  });

  test.each(['GET', 'HEAD'])('asks again for %s, and anew who asks', async (method) => {
    const viewers: unknown[] = [];
    const { ask } = failing(1, coded('57P01'));
    const loader = respond((given: Args) => {
      viewers.push(given.context.viewer);
      return ask();
    });
    expect(await loader(args(method))).toBe('answered');
    expect(viewers).toEqual([expect.any(Promise), undefined]);
  });

  test.each(['POST', 'PUT', 'DELETE'])('asks once for %s', async (method) => {
    const { seen, ask } = failing(1, coded('57P01'));
    // The page it becomes is for `app/journeys/outage.test.ts` to see.
    await expect(respond(ask)(args(method))).rejects.toBeDefined();
    expect(seen.asked).toBe(1);
  });
});
