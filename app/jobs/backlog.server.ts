/** How far behind the work is: pg-boss counts its jobs, and does not say how long they have waited. */
import type postgres from 'postgres';

export type Backlog = { QueueAgeSeconds: number; FailedJobs: number };

/** A job that waits for its next try is late from when that is due. */
export async function backlogOf(sql: postgres.Sql): Promise<Backlog> {
  const [row] = await sql<[{ age: number; failed: number }]>`
    select
      coalesce(max(extract(epoch from now() - start_after))
        filter (where state in ('created', 'retry') and start_after <= now()), 0)::float8 as age,
      count(*) filter (where state = 'failed')::int as failed
    from pgboss.job
    where state in ('created', 'retry', 'failed')`;
  return { QueueAgeSeconds: Math.round(row.age), FailedJobs: row.failed };
}
