/**
 * One connection that hears what transactions tell with `pg_notify`, for as long as somebody in this process listens. It is
 * none of the pool's. The driver's own `listen` gives up for good when the database is away for longer than one attempt.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from './client.server.ts';
import type { DatabaseConfig } from './connection.server.ts';

export type Ear = {
  heard: (text: string) => void;
  /** It listens, or does so again: what was told before may have been missed. */
  resumed: () => void;
};
export type Listener = {
  /** → a function that stops hearing. */
  hear: (ear: Ear) => () => void;
  close: () => Promise<void>;
};

/** A connection that is just idle looks like one whose other end is gone: so it is asked now and then. */
const PULSE_MS = 20_000;
const SILENCE_MS = 5_000;
/** Short: readers wait for it, and a database that refuses costs nothing to ask. */
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [100, 500];
/** Somebody who turns a page leaves and comes back. */
const GRACE_MS = 60_000;

/** `onLost` is told once for each outage. Nothing connects before somebody listens. */
export function openListener(
  config: DatabaseConfig,
  channel: string,
  onLost: (fault: unknown) => void,
  pulse = PULSE_MS,
): Listener {
  const ears = new Set<Ear>();
  const leaving = new AbortController();
  let line: Line | null = null;
  let listening: Promise<void> | null = null;
  const isWanted = () => ears.size > 0 && !leaving.signal.aborted;

  async function listen(): Promise<void> {
    let lost = false;
    for (let wait = FIRST_WAIT_MS; isWanted(); wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      line = openLine(config, channel, pulse, (text) => ears.forEach((ear) => ear.heard(text)));
      try {
        await line.open;
        [wait, lost] = [FIRST_WAIT_MS, false];
        for (const ear of ears) ear.resumed();
        await line.broken;
      } catch (fault) {
        if (!lost && isWanted()) onLost(fault);
        lost = true;
      }
      await line.end();
      if (isWanted()) await sleep(wait, undefined, { signal: leaving.signal }).catch(() => {});
    }
  }

  return {
    hear(ear) {
      ears.add(ear);
      listening ??= listen().finally(() => (listening = line = null));
      return () => {
        ears.delete(ear);
        if (ears.size === 0) setTimeout(() => ears.size === 0 && line?.hangUp(), GRACE_MS).unref();
      };
    },
    async close() {
      leaving.abort();
      line?.hangUp();
      await listening;
    },
  };
}

type Line = {
  /** Resolves when it listens. */
  open: Promise<unknown>;
  /** Resolves when somebody hangs up, rejects when the connection is lost. */
  broken: Promise<void>;
  hangUp: () => void;
  end: () => Promise<void>;
};

function openLine(
  config: DatabaseConfig,
  channel: string,
  pulse: number,
  heard: (text: string) => void,
): Line {
  let hangUp = () => {};
  let lost = () => {};
  const broken = new Promise<void>((resolve, reject) => {
    hangUp = resolve;
    lost = () => reject(new Error('the connection that listens was lost'));
  });
  // Whether anybody still waits for it or not.
  broken.catch(() => {});
  // postgres.js takes `onnotify`, and its types do not know.
  const options = {
    ...{ idle_timeout: 0, max_lifetime: null, fetch_types: false, backoff: false, connect_timeout: 5 },
    ...{ connection: { application_name: 'dustjacket-live' }, onclose: lost },
    onnotify: (_channel: string, text: string) => heard(text),
  };
  const sql = connect({ ...config, pool: 1 }, options);
  const beat = setInterval(() => {
    const late = setTimeout(lost, SILENCE_MS).unref();
    sql`select 1`.catch(lost).finally(() => clearTimeout(late));
  }, pulse).unref();
  return {
    ...{ open: sql`listen ${sql(channel)}`, broken, hangUp },
    async end() {
      clearInterval(beat);
      await sql.end({ timeout: 1 }).catch(() => {});
    },
  };
}
