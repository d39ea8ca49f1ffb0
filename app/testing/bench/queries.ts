import postgres from 'postgres';
import { samplePaths } from './catalogue.ts';
import type { Figure } from './figures.ts';
import type { Stage } from './stage.ts';

/** Times each page is read: PostgreSQL is asked how many statements that made. */
const READS = 4;
const LISTS = ['/', '/covers', '/briefs', '/designers'];
const FILTERED = [
  '/covers?q=moon&genre=fantasy',
  '/briefs?q=moon&sort=deadline',
  '/briefs?q=moooon',
  '/designers?q=ink',
];

/** Statements for each public page, counted by PostgreSQL (`pg_stat_statements`), so none can hide. */
export async function measureQueries(stage: Stage): Promise<Figure[]> {
  const url = await stage.catalogue();
  const { brief, cover, designer } = await samplePaths(url);
  const web = await stage.startWeb();
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'bench' } });
  await sql`create extension if not exists pg_stat_statements`;
  const figures: Figure[] = [];
  for (const path of [...LISTS, brief, cover, designer, ...FILTERED]) {
    const page = `http://127.0.0.1:${web.port}${path}`;
    // A connection asks for the types of the database when it is new.
    for (let read = 0; read < READS; read++) await get(page);
    const before = await statements(sql);
    for (let read = 0; read < READS; read++) await get(page);
    const count = ((await statements(sql)) - before) / READS;
    const name = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '…');
    figures.push({ name: `queries of ${name}`, measured: count, unit: '', target: 4, fails: 6 });
  }
  await sql.end();
  await web.running.stop();
  return figures;
}

/** With a cookie, so that the page is rendered anew. */
async function get(url: string): Promise<void> {
  const response = await fetch(url, { headers: { Cookie: 'x=1' } });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
}

/** Statements of the product so far. */
async function statements(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select coalesce(sum(calls), 0)::int n from pg_stat_statements
    join pg_database on oid = dbid where datname = current_database() and query not like '%pg_%'`;
  return row?.n ?? 0;
}
