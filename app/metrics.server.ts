/**
 * What a process counts and measures, written into its log once a minute as CloudWatch's embedded metric format:
 * docs/decisions/0012-metrics-in-the-log.md says why. The alarms of infra/lib read these names.
 */
import { setTimeout } from 'node:timers/promises';
import type { Config } from './config.server.ts';
import type { Log } from './log.server.ts';

const NAMESPACE = 'Dustjacket';

/** How each is put together over a minute: added up, the most of it, or every single value. */
export const METRICS = {
  Requests: { unit: 'Count', over: 'sum' },
  RequestMs: { unit: 'Milliseconds', over: 'values' },
  /** Answers of 500 and above but for outages, and whatever a worker could not do. */
  Faults: { unit: 'Count', over: 'sum' },
  /** 503: database, storage or sign-in could not be reached. */
  Outages: { unit: 'Count', over: 'sum' },
  /** 403 and 429. */
  Refused: { unit: 'Count', over: 'sum' },
  Uploads: { unit: 'Count', over: 'sum' },
  UploadBytes: { unit: 'Bytes', over: 'sum' },
  DeriveMs: { unit: 'Milliseconds', over: 'values' },
  /** How long the job that is due longest has waited. */
  QueueAgeSeconds: { unit: 'Seconds', over: 'most' },
  /** Jobs that were given up, of those the queue still remembers. */
  FailedJobs: { unit: 'Count', over: 'most' },
  MailsSent: { unit: 'Count', over: 'sum' },
  /** Refused by a mail server for good, or tried in vain for over a day. */
  MailsFailed: { unit: 'Count', over: 'sum' },
  /** How long the mail that was written first has waited. */
  MailWaitingSeconds: { unit: 'Seconds', over: 'most' },
  /** Mail that was given up and not sent again. */
  FailedMails: { unit: 'Count', over: 'most' },
  /** Statements and transactions beyond the connections there are. */
  PoolWaiting: { unit: 'Count', over: 'most' },
  EventLoopDelayMs: { unit: 'Milliseconds', over: 'most' },
  MemoryBytes: { unit: 'Bytes', over: 'most' },
} as const;

export type MetricName = keyof typeof METRICS;
/** Looked at once a minute rather than told of; may be asked of the database. */
export type Gauge = () => Partial<Record<MetricName, number>> | Promise<Partial<Record<MetricName, number>>>;

export type Metrics = {
  record: (name: MetricName, value?: number) => void;
  watch: (gauge: Gauge) => void;
  /** Looks at the gauges and writes the line; the minute does it by itself. */
  flush: () => Promise<void>;
  /** The last line. A gauge that takes long is not waited for: the database may be why the process ends. */
  close: () => Promise<void>;
};

/** CloudWatch takes so many values of one metric in one line. */
const MOST_VALUES = 100;
const MINUTE_MS = 60_000;
const PATIENCE_MS = 2000;

/**
 * Production writes the lines whatever LOG_LEVEL is: an alarm that hears nothing is silent. Elsewhere they are for
 * who wants to see them, at the level `debug`.
 */
export function openMetrics(log: Log, { mode }: Pick<Config, 'mode'>): Metrics {
  const production = mode === 'production';
  const lines = production ? log.child({}, { level: 'info' }) : log;
  const gauges: Gauge[] = [];
  let held = new Map<MetricName, number[]>();

  const write = () => {
    if (held.size > 0) lines[production ? 'info' : 'debug'](emf(held, Date.now()), 'metrics');
    held = new Map();
  };
  const record = (name: MetricName, value = 1) => {
    const before = held.get(name);
    const values = combine(name, before ?? [], value);
    held.set(name, values);
    if (values.length === MOST_VALUES) write();
  };
  const look = async (gauge: Gauge) => {
    try {
      const found = Object.entries(await gauge()) as [MetricName, number][];
      for (const [name, value] of found) record(name, value);
    } catch (fault) {
      log.warn({ err: fault }, 'not measured');
    }
  };
  const flush = async () => {
    await Promise.all(gauges.map(look));
    write();
  };
  const timer = setInterval(() => void flush(), MINUTE_MS).unref();
  return {
    record,
    watch: (gauge) => void gauges.push(gauge),
    flush,
    async close() {
      clearInterval(timer);
      await Promise.race([flush(), setTimeout(PATIENCE_MS, null, { ref: false })]);
      write();
    },
  };
}

function combine(name: MetricName, values: number[], value: number): number[] {
  const { over } = METRICS[name];
  if (over === 'values') return [...values, value];
  const [before] = values;
  if (before === undefined) return [value];
  return [over === 'sum' ? before + value : Math.max(before, value)];
}

/** One line without dimensions: a stage has its account to itself, and the alarms look at all of its tasks. */
export function emf(held: ReadonlyMap<MetricName, number[]>, now: number) {
  const names = [...held.keys()];
  return {
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: NAMESPACE,
          Dimensions: [[]],
          Metrics: names.map((name) => ({ Name: name, Unit: METRICS[name].unit })),
        },
      ],
    },
    ...Object.fromEntries(
      names.map((name) => [name, METRICS[name].over === 'values' ? held.get(name) : held.get(name)?.[0]]),
    ),
  };
}
