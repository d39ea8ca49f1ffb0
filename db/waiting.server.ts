/** Who waits for a connection: postgres.js queues without telling anybody. */
import type postgres from 'postgres';

/**
 * Counts, from now on, the statements and transactions drizzle gives to `sql`. → a function that says how many more than
 * `pool` there were at once since it was asked last.
 */
export function countWaiting(sql: postgres.Sql, pool: number): () => number {
  let busy = 0;
  let most = 0;
  const began = () => void (most = Math.max(most, ++busy - pool));
  const ended = () => void busy--;

  const unsafe = sql.unsafe.bind(sql);
  sql.unsafe = ((...args: Parameters<typeof unsafe>) => {
    const query = unsafe(...args);
    // The driver's own, at the head of a transaction, which is counted whole.
    if (args[0].startsWith('begin ')) return query;
    // A statement is sent when somebody waits for it, and not before: it may still be told how to return its rows.
    const then = query.then.bind(query);
    let counted = false;
    query.then = (...hooks) => {
      if (!counted) {
        counted = true;
        began();
        void then(ended, ended);
      }
      return then(...hooks);
    };
    return query;
  }) as typeof sql.unsafe;

  const begin = sql.begin.bind(sql) as (...args: unknown[]) => Promise<unknown>;
  sql.begin = ((...args: unknown[]) => {
    began();
    return begin(...args).finally(ended);
  }) as typeof sql.begin;

  return () => {
    const peak = Math.max(0, most);
    most = busy - pool;
    return peak;
  };
}
