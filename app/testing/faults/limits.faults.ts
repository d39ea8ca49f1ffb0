/** Three processes take from one limit, again and again: together they are allowed exactly what it says. */
import { expect, test } from 'vitest';
import { testDatabase } from '../database.server.ts';
import { ALLOWED, decideTogether } from '../decide.ts';

const database = await testDatabase();
const ROUNDS = 3;
const TAKERS = { processes: 3, bursts: 50, times: 2 };
const TAKEN = TAKERS.processes * TAKERS.bursts * TAKERS.times;

test('three processes on one key are allowed exactly its limit, and each has its share', async () => {
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push(await decideTogether(database.url, `person-${round}`, TAKERS));
  const shares = rounds.map((each) => each.join(' + ')).join(', ');
  process.stdout.write(
    `limits: ${ALLOWED} of ${TAKEN} allowed to three processes, ${ROUNDS} times: ${shares}\n`,
  );
  expect(rounds.map((each) => each.reduce((sum, n) => sum + n, 0))).toEqual(Array(ROUNDS).fill(ALLOWED));
  expect(Math.min(...rounds.flat())).toBeGreaterThan(0);
});
