/**
 * The one way to a database: drizzle over postgres.js. No global state; whoever opens it closes it.
 * Time-outs are set here so that a request waits seconds, never minutes, for a database in trouble.
 */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { openCircuit, type Circuit } from './circuit.server.ts';
import { prepared, type DatabaseConfig } from './connection.server.ts';
import * as schema from './schema/index.server.ts';
import { countWaiting } from './waiting.server.ts';

export type Schema = typeof schema;
export type Database = PostgresJsDatabase<Schema>;
/** A database or a transaction on it: what the domain's functions take. */
export type Db = Database | Parameters<Parameters<Database['transaction']>[0]>[0];

export type OpenDatabase = {
  db: Database;
  sql: postgres.Sql;
  /** To be called by whoever has waited long for an answer: asks whether the database is there at all. */
  suspect: () => void;
  /** The most that waited for a connection at once, since it was asked last. */
  waiting: () => number;
  close: () => Promise<void>;
};

/** Called for every statement; the tests count queries with it. */
export type QueryListener = (query: string) => void;

/** Opens a pool. Nothing connects until the first query. */
export function openDatabase(config: DatabaseConfig, onQuery?: QueryListener): OpenDatabase {
  const circuit = openCircuit(config.host, config.port);
  // postgres.js takes `socket`, and its types do not know.
  const options: postgres.Options<Record<string, never>> & Pick<Circuit, 'socket'> = {
    socket: circuit.socket,
    // A database that is back is found by the next query, not by the one after twenty seconds.
    backoff: false,
    // drizzle knows the types; the driver's own question for them ends the process when the connection breaks meanwhile.
    fetch_types: false,
    idle_timeout: 60,
    max_lifetime: 600,
    connection: {
      application_name: 'dustjacket',
      statement_timeout: 10_000,
      // After five runs PostgreSQL may plan a search without looking at its words: 5.8 s instead of 8 ms.
      plan_cache_mode: 'force_custom_plan',
    },
  };
  const sql = connect(config, options);
  const waiting = countWaiting(sql, config.pool);
  const logger = onQuery && { logQuery: onQuery };
  const db = drizzle(sql, { schema, casing: 'snake_case', ...(logger && { logger }) });
  const close = () => {
    circuit.close();
    return sql.end({ timeout: 5 });
  };
  return { db, sql, suspect: circuit.suspect, waiting, close };
}

/** postgres.js at work for us: every connection of ours that is not the job queue's is made here. */
export function connect(
  config: DatabaseConfig,
  options: postgres.Options<Record<string, never>>,
): postgres.Sql {
  const { pool, password, ...parts } = config;
  return postgres({
    max: pool,
    connect_timeout: 10,
    onnotice: () => {},
    ...options,
    ...parts,
    password: prepared(password),
  });
}

/** The same connection in the words of `pg`, which the job queue brings with it. */
export function jobConnection(config: DatabaseConfig) {
  const { pool: _pool, username, ...parts } = config;
  return { ...parts, user: username, application_name: 'dustjacket-jobs', connectionTimeoutMillis: 10_000 };
}
