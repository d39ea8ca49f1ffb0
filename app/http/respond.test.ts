import { describe, expect, test } from 'vitest';
import { StorageUnavailable } from '../storage/storage.ts';
import { isOutage, writtenIn } from './respond.server.ts';

const coded = (code: string, cause?: unknown) => Object.assign(new Error('refused', { cause }), { code });

describe('an outage', () => {
  test.each([
    ['a database that is shutting down', coded('57P01')],
    ['a database that is not there', coded('ECONNREFUSED')],
    ['a connection that took too long', coded('CONNECT_TIMEOUT')],
    ['one wrapped by the query builder', new Error('Failed query', { cause: coded('CONNECTION_CLOSED') })],
    ['one of several addresses', new AggregateError([new Error('no'), coded('ECONNREFUSED')])],
    ['storage', new StorageUnavailable('put', new Error('timed out'))],
  ])('is %s', (_what, fault) => {
    expect(isOutage(fault)).toBe(true);
  });

  test.each([
    ['a broken rule', coded('23514')],
    ['a bug', new TypeError('x is not a function')],
    ['a word', 'ECONNREFUSED'],
    ['nothing', undefined],
  ])('is not %s', (_what, fault) => {
    expect(isOutage(fault)).toBe(false);
  });
});

test('what was written is kept, and not what was chosen or what the page had put there', () => {
  const form = new URLSearchParams([
    ...[
      ['formToken', 'c0ffee'],
      ['version', '3'],
      ['ground', 'other'],
      ['was', 'designer active'],
    ],
    ...[
      ['reason', ' Too dark\nfor this list. '],
      ['price', '450.00'],
      ['notes[0].body', 'Strong type.'],
    ],
  ] as [string, string][]);
  expect(writtenIn(form)).toEqual(['Too dark\nfor this list.']);
  expect(writtenIn(undefined)).toEqual([]);
});
