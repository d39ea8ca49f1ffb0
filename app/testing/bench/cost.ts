import { existsSync, readFileSync } from 'node:fs';
import type postgres from 'postgres';

export type Cost = { database: number; client: number };

/**
 * The processor time so far, in milliseconds, of the one process of PostgreSQL that serves this connection, and of
 * ourselves. Everything is in memory, so on an idle machine that is what a query takes; on this one the clock tells
 * more of the neighbours. Where there is no /proc, the clock it is.
 */
export async function costOf(sql: postgres.Sql): Promise<() => Cost> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() pid`;
  const file = `/proc/${row?.pid}/schedstat`;
  if (!existsSync(file)) return () => ({ database: performance.now(), client: 0 });
  return () => {
    const { user, system } = process.cpuUsage();
    const [nanoseconds] = readFileSync(file, 'utf8').split(' ');
    return { database: Number(nanoseconds) / 1e6, client: (user + system) / 1000 };
  };
}
