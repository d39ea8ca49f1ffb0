import { globSync, readFileSync } from 'node:fs';
import { pino } from 'pino';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { METRICS, openMetrics, type Metrics } from './metrics.server.ts';

type Line = {
  level: number;
  _aws: {
    Timestamp: number;
    CloudWatchMetrics: {
      Namespace: string;
      Dimensions: string[][];
      Metrics: { Name: string; Unit: string }[];
    }[];
  };
} & Record<string, unknown>;

const opened: Metrics[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const metrics of opened.splice(0)) await metrics.close();
});

function metricsInto(
  lines: Line[],
  { level = 'info', mode = 'production' }: { level?: string; mode?: 'production' | 'development' } = {},
) {
  const stream = { write: (text: string) => void lines.push(JSON.parse(text) as Line) };
  const metrics = openMetrics(pino({ level }, stream), { mode });
  opened.push(metrics);
  return metrics;
}

describe('a line of metrics', () => {
  test('adds up, keeps the most, or keeps every value', async () => {
    const lines: Line[] = [];
    const metrics = metricsInto(lines);
    for (const ms of [12, 7, 40]) {
      metrics.record('Requests');
      metrics.record('RequestMs', ms);
    }
    metrics.record('UploadBytes', 1000);
    metrics.record('UploadBytes', 234);
    for (const seconds of [3, 9, 4]) metrics.record('QueueAgeSeconds', seconds);
    await metrics.flush();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      Requests: 3,
      RequestMs: [12, 7, 40],
      UploadBytes: 1234,
      QueueAgeSeconds: 9,
    });
  });

  test('is what CloudWatch reads: every metric it announces is there, with a unit, and no other', async () => {
    const lines: Line[] = [];
    const metrics = metricsInto(lines);
    const before = Date.now();
    for (const name of Object.keys(METRICS) as (keyof typeof METRICS)[]) metrics.record(name, 5);
    await metrics.flush();
    const { _aws, ...values } = lines[0] as Line;
    expect(_aws.Timestamp).toBeGreaterThanOrEqual(before);
    expect(_aws.Timestamp).toBeLessThanOrEqual(Date.now());
    const [directive] = _aws.CloudWatchMetrics;
    expect(directive).toMatchObject({ Namespace: 'Dustjacket', Dimensions: [[]] });
    expect(directive?.Metrics.map(({ Name }) => Name)).toEqual(Object.keys(METRICS));
    for (const { Name, Unit } of directive?.Metrics ?? []) {
      expect([values[Name]].flat()).toEqual([5]);
      expect(['Count', 'Milliseconds', 'Seconds', 'Bytes']).toContain(Unit);
    }
  });

  test('holds a hundred values of one metric at most; the rest is in the next', async () => {
    const lines: Line[] = [];
    const metrics = metricsInto(lines);
    for (let ms = 0; ms < 250; ms++) metrics.record('RequestMs', ms);
    await metrics.flush();
    expect(lines.map(({ RequestMs }) => (RequestMs as number[]).length)).toEqual([100, 100, 50]);
    expect(lines.flatMap(({ RequestMs }) => RequestMs)).toEqual([...Array(250).keys()]);
  });

  test('is not written when there is nothing to say, and says nothing twice', async () => {
    const lines: Line[] = [];
    const metrics = metricsInto(lines);
    await metrics.flush();
    expect(lines).toEqual([]);
    metrics.record('Faults');
    await metrics.flush();
    await metrics.flush();
    expect(lines).toHaveLength(1);
  });
});

describe('metrics are written', () => {
  test('each minute, gauges included, and at the end', async () => {
    vi.useFakeTimers();
    const lines: Line[] = [];
    const metrics = metricsInto(lines);
    metrics.watch(() => ({ PoolWaiting: 6 }));
    await vi.advanceTimersByTimeAsync(120_000);
    metrics.record('Uploads');
    await metrics.close();
    expect(lines.map(({ PoolWaiting, Uploads }) => [PoolWaiting, Uploads])).toEqual([
      [6, undefined],
      [6, undefined],
      [6, 1],
    ]);
  });

  test('without what could not be asked for, which is said', async () => {
    const lines: Line[] = [];
    const metrics = metricsInto(lines);
    metrics.watch(() => Promise.reject(new Error('no database')));
    metrics.watch(() => ({ PoolWaiting: 0 }));
    await metrics.flush();
    expect(lines.map(({ msg, PoolWaiting }) => [msg, PoolWaiting])).toEqual([
      ['not measured', undefined],
      ['metrics', 0],
    ]);
  });

  test('at the end without waiting for a database that does not answer', async () => {
    const lines: Line[] = [];
    const metrics = metricsInto(lines);
    let answer = () => {};
    metrics.watch(() => new Promise((resolve) => (answer = () => resolve({}))));
    metrics.record('Faults');
    await metrics.close();
    answer();
    expect(lines).toMatchObject([{ Faults: 1 }]);
  });

  test('in production at every LOG_LEVEL, elsewhere for who asks for debug', async () => {
    const written = async (level: string, mode: 'production' | 'development') => {
      const lines: Line[] = [];
      const metrics = metricsInto(lines, { level, mode });
      metrics.record('Faults');
      await metrics.flush();
      return lines.length;
    };
    expect(await written('error', 'production')).toBe(1);
    expect(await written('info', 'development')).toBe(0);
    expect(await written('debug', 'development')).toBe(1);
  });
});

test('every metric of ours that an alarm or the dashboard reads is measured', () => {
  const root = new URL('../', import.meta.url);
  const infra = globSync('infra/lib/*.ts', { cwd: root }).map((file) =>
    readFileSync(new URL(file, root), 'utf8'),
  );
  const read = infra.flatMap((text) => [...text.matchAll(/ourMetric\('(\w+)'\)/g)].map(([, name]) => name));
  const listed = infra.flatMap((text) => {
    const [, list = ''] = /const OURS = \{([^}]*)\}/.exec(text) ?? [];
    return [...list.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
  });
  expect(listed.length).toBeGreaterThanOrEqual(5);
  expect(read.length).toBeGreaterThanOrEqual(5);
  for (const name of [...read, ...listed]) expect(Object.keys(METRICS)).toContain(name);
  expect(infra.join()).toContain(`NAMESPACE = 'Dustjacket'`);
});
