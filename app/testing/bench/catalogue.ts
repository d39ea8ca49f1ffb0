import postgres from 'postgres';
import { runNode } from './processes.ts';

const DRAWING_MS = 150_000;

/** Has the worker draw the newest covers until so many are ready; it works newest first. */
export async function drawCovers(url: string, covers: number, env: Record<string, string>): Promise<void> {
  const sql = postgres(url, { max: 1 });
  const ready = async () => {
    const [row] = await sql<{ n: number }[]>`select count(*)::int n from images where state = 'ready'`;
    return row?.n ?? 0;
  };
  if ((await ready()) < covers) {
    const worker = runNode('app/worker.server.ts', [], { env });
    let over = false;
    void worker.ended.then(() => (over = true));
    try {
      for (const deadline = Date.now() + DRAWING_MS; (await ready()) < covers;) {
        if (over || Date.now() > deadline)
          throw new Error(`${await ready()} of ${covers} covers drawn:\n${worker.said()}`);
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    } finally {
      await worker.stop();
    }
  }
  await sql.end();
}

export type Samples = { brief: string; cover: string; designer: string };

/** Addresses of one page of each kind: those a reader finds first. */
export async function samplePaths(url: string): Promise<Samples> {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql<Samples[]>`select
    (select id from briefs where state = 'open' and visibility = 'public'
      order by cardinality(format_kinds) desc, published_at desc limit 1) brief,
    (select id from pieces where shown_at is not null order by shown_at desc limit 1) cover,
    (select slug from designers where not hidden order by last_shown_at desc nulls last limit 1) designer`;
  await sql.end();
  if (!row) throw new Error('the catalogue is empty');
  return {
    brief: `/briefs/${row.brief}`,
    cover: `/covers/${row.cover}`,
    designer: `/designers/${row.designer}`,
  };
}
