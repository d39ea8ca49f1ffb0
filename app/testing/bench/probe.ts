/**
 * Preloaded into a server under load (`node --import`): tells, on a port of its own, what the process holds and
 * has used. The server does not know that it is there.
 */
import http from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { peakMemory } from '../memory.ts';

export type Reading = {
  /** Bytes now, and at the most so far. */
  rss: number;
  maxRss: number;
  /** Of it, JavaScript's own, and buffers outside. */
  heap: number;
  external: number;
  /** Of the heap, what is in use, or not yet collected. */
  used: number;
  /** Microseconds of processor so far. */
  cpu: number;
  /** Timers that are waiting and keep the process alive. */
  timers: number;
};

/** Asks the probe on a port; with `collect` after all garbage is collected, which tells a leak from a lazy collector. */
export const read = async (port: number, collect = false): Promise<Reading> =>
  (await (await fetch(`http://127.0.0.1:${port}/${collect ? 'collect' : ''}`)).json()) as Reading;

const port = process.env['BENCH_PROBE_PORT'];
if (port) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const server = http.createServer((request, response) => {
    if (request.url === '/collect') collect();
    const { user, system } = process.cpuUsage();
    const { rss, heapTotal, heapUsed, external } = process.memoryUsage();
    const reading: Reading = {
      rss,
      maxRss: peakMemory(),
      ...{ heap: heapTotal, external, used: heapUsed },
      cpu: user + system,
      timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
    };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(reading));
  });
  server.listen(Number(port), '127.0.0.1').unref();
}
