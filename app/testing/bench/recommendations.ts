import postgres from 'postgres';
import { openDatabase } from '#db/client.server.ts';
import { databaseAt } from '#db/connection.server.ts';
import { getOwnBrief } from '#app/domain/briefs/queries.server.ts';
import { meetPerson } from '#app/domain/people/commands.server.ts';
import { recommendBriefs, recommendDesigners, soughtOf } from '#app/domain/recommendations/queries.server.ts';
import { costOf } from './cost.ts';
import { median, p95, type Figure } from './figures.ts';
import { fillBriefs } from './million.ts';
import type { Stage } from './stage.ts';

const BRIEFS = 10_000;
const DESIGNERS = 2_000;
/** As many as a home shows, and the page that invites designers. */
const [FEW, SOME] = [3, 9];
const READERS = 60;

/** The processor time it takes, ours and PostgreSQL's, to choose a few of ten thousand briefs for a designer, and of two thousand designers for a brief. */
export async function measureRecommendations(stage: Stage): Promise<Figure[]> {
  const [source, url] = [await stage.catalogue(), await stage.emptyDatabase('recommendations')];
  await fillBriefs(source, url, Math.ceil(BRIEFS * stage.scale));
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await fillDesigners(source, sql, Math.ceil(DESIGNERS * stage.scale));
  const { db, sql: own, close } = openDatabase(databaseAt(url, 1));
  const cost = await costOf(own);
  const now = new Date();
  const day = { now, today: now.toISOString().slice(0, 10) };
  const subjects = await sql<{ subject: string; name: string; email: string }[]>`
    select subject, name, email from people where subject like 'bench-%' order by md5(subject) limit ${READERS}`;
  const [forDesigners, forBriefs]: [number[], number[]] = [[], []];
  let found = 0;
  const timed = async <T>(times: number[], work: () => Promise<T>): Promise<T> => {
    const before = cost();
    const result = await work();
    const after = cost();
    times.push(after.database + after.client - before.database - before.client);
    return result;
  };
  for (const one of subjects) {
    const viewer = await meetPerson(db, { ...one, role: 'designer' });
    found += (await timed(forDesigners, () => recommendBriefs(db, viewer, day, FEW))).length;
  }
  const owned = await sql<{ id: string; subject: string; name: string; email: string }[]>`
    select b.id, p.subject, p.name, p.email from briefs b join people p on p.id = b.owner_id
    where b.state = 'open' order by md5(b.id::text) limit ${READERS}`;
  for (const { id, ...one } of owned) {
    const viewer = await meetPerson(db, { ...one, role: 'hiring_user' });
    const brief = soughtOf(await getOwnBrief(db, viewer, id));
    await timed(forBriefs, () => recommendDesigners(db, viewer, brief, day, SOME));
  }
  await Promise.all([sql.end(), close()]);
  return [
    ...figuresOf('briefs for a designer', forDesigners),
    ...figuresOf('designers for a brief', forBriefs),
    { name: 'briefs found for each designer', measured: found / subjects.length, unit: '', target: 1, higherIsBetter: true }, // prettier-ignore
  ];
}

const figuresOf = (name: string, times: number[]): Figure[] => [
  { name: `${name}, median`, measured: median(times), unit: 'ms', target: 15, fails: 30 },
  { name: `${name}, p95`, measured: p95(times), unit: 'ms', target: 30, fails: 60 },
];

/** Each is one of the catalogue's under another name; they showed a cover last on different days. */
async function fillDesigners(source: string, sql: postgres.Sql, rows: number): Promise<void> {
  const from = postgres(source, { max: 1, onnotice: () => {} });
  const [model] = await from<{ rows: string }[]>`select json_agg(d)::text as rows from designers d`;
  await from.end();
  await sql`insert into people (subject, role, name, email)
    select 'bench-' || n, 'designer', 'Designer ' || n, 'bench-' || n || '@example.test' from generate_series(1, ${rows}) n`;
  await sql`insert into designers (person_id, slug, name, genres, formats, price_band, availability, piece_count, last_shown_at)
    select p.id, p.subject, p.name, m.genres, m.formats, m.price_band, m.availability, m.piece_count,
      now() - (hashtext(p.subject) & 1023) * interval '1 day'
    from people p join (
      select row_number() over () - 1 as n, * from json_populate_recordset(null::designers, ${model?.rows ?? '[]'}::text::json)
    ) m on m.n = (hashtext(p.subject) & 2147483647) % (select json_array_length(${model?.rows ?? '[]'}::text::json))
    where p.subject like 'bench-%'`;
  await sql`vacuum analyze`;
}
