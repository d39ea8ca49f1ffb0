import { expect, test } from 'vitest';
import { people } from '#db/schema/people.server.ts';
import { faultToLog } from './log.server.ts';
import { testDatabase } from './testing/database.server.ts';

const { db } = await testDatabase();

test('a refused query is logged with its cause, without what somebody typed', async () => {
  const row = { subject: 'x', role: 'nobody' as never, name: 'Canary Typed', email: 'canary@example.test' };
  const fault: unknown = await db
    .insert(people)
    .values(row)
    .catch((thrown: unknown) => thrown);
  expect(String(fault)).toContain('Canary');
  const logged = JSON.stringify(faultToLog(fault));
  expect(logged).toContain('people_role');
  expect(logged).toContain('insert into');
  expect(logged).not.toMatch(/canary/i);
});

test('any other fault keeps its stack', () => {
  expect(faultToLog(new TypeError('x is not a function'))).toMatchObject({
    type: 'TypeError',
    stack: expect.stringContaining('log.test.ts') as string,
  });
});
