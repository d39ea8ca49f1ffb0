/**
 * Preloaded into a server under load (`node --import`): tells, on a port of its own, what the process holds and
 * has used. The server does not know that it is there.
 */
import http from 'node:http';

export type Reading = {
  /** Bytes now, and at the most so far. */
  rss: number;
  maxRss: number;
  /** Microseconds of processor so far. */
  cpu: number;
  /** Timers that are waiting and keep the process alive. */
  timers: number;
};

/** Asks the probe on a port. */
export const read = async (port: number): Promise<Reading> =>
  (await (await fetch(`http://127.0.0.1:${port}/`)).json()) as Reading;

const port = process.env['BENCH_PROBE_PORT'];
if (port) {
  const server = http.createServer((_request, response) => {
    const { user, system } = process.cpuUsage();
    const reading: Reading = {
      rss: process.memoryUsage.rss(),
      maxRss: process.resourceUsage().maxRSS * 1024,
      cpu: user + system,
      timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
    };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(reading));
  });
  server.listen(Number(port), '127.0.0.1').unref();
}
