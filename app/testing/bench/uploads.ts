import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { freePort } from '#db/embedded.ts';
import { heavy } from '../corpus.ts';
import { MB, median, type Figure } from './figures.ts';
import { read } from './probe.ts';
import { answering, runNode } from './processes.ts';
import type { Stage, Web } from './stage.ts';

const FILE_BYTES = 12 * MB;
const AT_ONCE = 10;
const ROUNDS = 8;
const CROWD = 40;

/** Ten uploads of 12 MB at once, up to where decoding begins; then a crowd of real pictures with their previews. */
export async function measureUploads(stage: Stage): Promise<Figure[]> {
  const received = await withSink(stage, (sink) => receiveRounds(sink, Math.ceil(ROUNDS * stage.scale)));
  const picture = await readFile(await heavy['12 MP.jpg'](path.join(stage.dir, '12mp.jpg')));
  const crowd = Math.max(4, Math.round(CROWD * stage.scale));
  const peak = await withSink(stage, async (sink) => {
    await together(crowd, () => send(sink.port, '/preview', picture));
    return (await read(sink.probe)).maxRss;
  });
  return [
    { name: `${AT_ONCE} uploads of 12 MB at once`, measured: received.speed, unit: 'MB/s', note: 'all together, hashed and on disk' }, // prettier-ignore
    { name: 'memory for each, before decoding', measured: received.growth / MB, unit: 'MB', target: 1, fails: 4, note: 'growth of the process beyond one upload at a time, divided' }, // prettier-ignore
    { name: `${crowd} uploads with preview at once`, measured: peak / MB, unit: 'MB', target: 500, note: `at most; 12 megapixels, ${(picture.length / MB).toFixed(1)} MB each` }, // prettier-ignore
  ];
}

/**
 * The median speed, and by how much the process grows for each upload beyond the first: garbage of uploads that are
 * over waits for the collector either way, so as many are received before, one after the other.
 */
async function receiveRounds({ port, probe }: Web, rounds: number) {
  const file = randomBytes(FILE_BYTES);
  // The first bytes decide what it is taken for.
  file.set([0xff, 0xd8, 0xff, 0xe0]);
  const one = () => send(port, '/receive', file);
  const alone = await mostDuring(probe, async () => {
    for (let at = 0; at < rounds * AT_ONCE; at++) await one();
  });
  const speeds: number[] = [];
  const crowded = await mostDuring(probe, async () => {
    for (let at = 0; at < rounds; at++) {
      const start = performance.now();
      await together(AT_ONCE, one);
      speeds.push((AT_ONCE * FILE_BYTES) / MB / ((performance.now() - start) / 1000));
    }
  });
  return { speed: median(speeds), growth: Math.max(0, crowded - alone) / (AT_ONCE - 1) };
}

/** The most memory the process had while something was done to it, in bytes. */
async function mostDuring(probe: number, work: () => Promise<void>): Promise<number> {
  let most = 0;
  const look = async () => (most = Math.max(most, (await read(probe)).rss));
  const sampling = setInterval(() => void look(), 50);
  await work();
  clearInterval(sampling);
  await look();
  return most;
}

async function withSink<T>(stage: Stage, use: (sink: Web) => Promise<T>): Promise<T> {
  const [port, probe] = [await freePort(), await freePort()];
  const env = {
    ...{ PORT: String(port), BENCH_PROBE_PORT: String(probe), BENCH_DIR: stage.dir },
    ...{ NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
  };
  const flags = ['--import', './app/testing/bench/probe.ts'];
  const running = runNode('app/testing/bench/sink.ts', [], { env, flags });
  await answering(`http://127.0.0.1:${port}/`, running);
  try {
    return await use({ port, probe, running });
  } finally {
    await running.stop();
  }
}

const together = (times: number, work: () => Promise<void>) =>
  Promise.all(Array.from({ length: times }, () => work()));

const BOUNDARY = '----dustjacket-bench';
const HEAD = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="cover.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
const TAIL = `\r\n--${BOUNDARY}--\r\n`;

/** Sends one file as a browser's form does. Throws when it is not taken whole. */
function send(port: number, url: string, file: Buffer): Promise<void> {
  const headers = {
    'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
    'Content-Length': HEAD.length + file.length + TAIL.length,
  };
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: url, method: 'POST', headers, agent: false };
    const request = http.request(options, (response) => {
      let said = '';
      response.on('data', (chunk: Buffer) => (said += chunk.toString()));
      response.on('end', () => {
        if (said === JSON.stringify({ bytes: file.length })) resolve();
        else reject(new Error(`an upload was answered ${response.statusCode}: ${said}`));
      });
    });
    request.on('error', reject);
    request.write(HEAD);
    request.write(file);
    request.end(TAIL);
  });
}
