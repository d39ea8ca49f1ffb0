import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openTurns } from './turns.ts';

/** Work that ends when told to. */
function job(log: string[], name: string) {
  let end = () => {};
  const ended = new Promise<void>((done) => (end = done));
  const work = async () => {
    log.push(name);
    await ended;
    return name;
  };
  return { work, end };
}

test('two run, the others wait, and each starts in the order they came', async () => {
  const turns = openTurns(2);
  const log: string[] = [];
  const jobs = ['a', 'b', 'c', 'd'].map((name) => job(log, name));
  const all = jobs.map(({ work }) => turns(1, work));
  await setImmediate();
  expect(log).toEqual(['a', 'b']);
  jobs[1]?.end();
  await all[1];
  await setImmediate();
  expect(log).toEqual(['a', 'b', 'c']);
  for (const { end } of jobs) end();
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
});

test('a heavy one runs alone and is not starved by light ones behind it', async () => {
  const turns = openTurns(2);
  const log: string[] = [];
  const [light, heavy, later] = ['light', 'heavy', 'later'].map((name) => job(log, name));
  if (!light || !heavy || !later) throw new Error('three jobs');
  const all = [turns(1, light.work), turns(9, heavy.work), turns(1, later.work)];
  await setImmediate();
  expect(log).toEqual(['light']);
  light.end();
  await all[0];
  await setImmediate();
  expect(log).toEqual(['light', 'heavy']);
  heavy.end();
  await all[1];
  await setImmediate();
  expect(log).toEqual(['light', 'heavy', 'later']);
  later.end();
  await all[2];
});

test('work that fails gives its place back', async () => {
  const turns = openTurns(1);
  await expect(turns(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns(1, async () => 'next')).toBe('next');
});
