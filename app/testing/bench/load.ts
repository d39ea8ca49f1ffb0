/**
 * A load generator that costs little beside what it asks: so many connections, each sending the next request
 * when its answer is whole. Bare sockets, because node:http's own client costs more than a bare Express does.
 * Bounded in time, and only ever to this machine.
 *
 *   node load.ts '{"port":1234,"path":"/","headers":{},"connections":32,"seconds":5}'   → Load as JSON
 */
import net from 'node:net';
import { quantile } from './figures.ts';

export type LoadOptions = {
  port: number;
  path: string;
  headers: Record<string, string>;
  connections: number;
  seconds: number;
};
export type Load = { requests: number; failures: number; seconds: number; bytes: number; p50: number; p99: number }; // prettier-ignore

/** Asks until the time is up. Latencies in milliseconds, bytes of the last answer. */
export async function load({ port, path, headers, connections, seconds }: LoadOptions): Promise<Load> {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers }).map(([k, v]) => `${k}: ${v}\r\n`);
  const request = `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
  const start = performance.now();
  const until = start + seconds * 1000;
  const tally = { latencies: [] as number[], failures: 0, bytes: 0 };
  await Promise.all(Array.from({ length: connections }, () => converse(port, request, until, tally)));
  const { latencies, failures, bytes } = tally;
  return {
    requests: latencies.length,
    failures,
    bytes,
    seconds: (performance.now() - start) / 1000,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

type Tally = { latencies: number[]; failures: number; bytes: number };

function converse(port: number, request: string, until: number, tally: Tally): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1').setNoDelay();
    let sent = 0;
    let missing = 0;
    let head = '';
    const ask = () => {
      if (performance.now() > until) return socket.end();
      sent = performance.now();
      socket.write(request);
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('close', resolve);
    socket.on('data', (chunk) => {
      if (missing === 0) {
        head += chunk.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? NaN);
        if (Number.isNaN(length)) return void socket.destroy(new Error(`no Content-Length: ${head.slice(0, 200)}`)); // prettier-ignore
        if (!head.startsWith('HTTP/1.1 200')) tally.failures++;
        tally.bytes = length;
        missing = end + 4 + length - head.length;
        head = '';
      } else missing -= chunk.length;
      if (missing > 0) return;
      tally.latencies.push(performance.now() - sent);
      ask();
    });
  });
}

if (import.meta.main) {
  console.log(JSON.stringify(await load(JSON.parse(process.argv[2] ?? '{}') as LoadOptions)));
}
