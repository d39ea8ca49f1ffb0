import { expect, onTestFinished, test, vi } from 'vitest';
import { until } from '#app/testing/until.ts';
import { openStreams, type Source } from './streams.server.ts';

/** One of somebody who hears nothing; it looks whether they are there every 20 ms instead of every 15 s. */
function aStream(isThere: Source['isThere']) {
  const onFault = vi.fn();
  const streams = openStreams({ hear: () => () => {} }, onFault, { heartbeat: 20 });
  const say = () => Promise.resolve('');
  const stream = streams.open({ personId: 'dora', topic: 'talk', isThere, say });
  if (!stream) throw new Error('there is no room');
  onTestFinished(stream.leave);
  let [text, ended] = ['', false];
  void (async () => {
    for await (const bytes of stream.body) text += Buffer.from(bytes).toString();
    ended = true;
  })();
  return { onFault, text: () => text, ended: () => ended };
}

test('goes on while its reader is there, with a sign of life now and then, and ends within one when they are not', async () => {
  let there = true;
  const stream = aStream(() => Promise.resolve(there));
  await until('signs of life', 2_000, () => stream.text().split(':\n\n').length > 3);
  expect(stream.ended()).toBe(false);
  there = false;
  await until('it has ended', 2_000, stream.ended);
  expect(stream.onFault).not.toHaveBeenCalled();
});

test('ends, and says why, when nobody can tell whether they are', async () => {
  const away = new Error('the database is away');
  const stream = aStream(() => Promise.reject(away));
  await until('it has ended', 2_000, stream.ended);
  expect(stream.onFault).toHaveBeenCalledExactlyOnceWith(away);
});
