/**
 * As many briefs as it takes, in the proportions of the sample catalogue: each is one of its briefs with another
 * title, author and moment. What it costs to fill them is not a figure, so that is made cheap: the tables are unlogged,
 * the search vector of a brief is put together from its model's and its own title's instead of being parsed, and the
 * indexes are built when the rows are there. Every figure is read from memory, where none of this shows.
 */
import { readFile } from 'node:fs/promises';
import postgres from 'postgres';

/** Two connections write at once, so that both cores make search vectors. */
const WRITERS = 2;
/** Over so many days they were published. */
const DAYS = 1_000;
/** One title in so many has it. */
export const RARE = { word: 'quillwort', oneIn: 40_000 };

/** Fills `target` (empty, migrated) from `source` (seeded). */
export async function fillBriefs(source: string, target: string, rows: number): Promise<void> {
  const from = postgres(source, { max: 1, onnotice: () => {} });
  // As `replica`, a row's references are not looked up again, a million times.
  const connection = { session_replication_role: 'replica' };
  const to = postgres(target, { max: WRITERS, onnotice: () => {}, connection });
  try {
    await prepare(to);
    await to`insert into people select * from json_populate_recordset(null::people,
      ${await all(from, 'people')}::text::json)`;
    await to`create unlogged table model as select row_number() over () - 1 as n,
      ts_filter(search, '{b,c}') rest, *
      from json_populate_recordset(null::briefs, ${await all(from, 'briefs')}::text::json)`;
    await to`create unlogged table words as select array_agg(distinct word) words from
      (select regexp_split_to_table(title, '\\W+') word from model) t where length(word) > 3`;
    const indexes = await dropIndexes(to);
    const share = Math.ceil(rows / WRITERS);
    const spans = Array.from({ length: WRITERS }, (_, at) => [
      at * share + 1,
      Math.min(rows, (at + 1) * share),
    ]);
    await Promise.all(spans.map(([first = 1, last = 0]) => insert(to, first, last)));
    await Promise.all(inHalves(indexes).map((half) => inTurn(half, (definition) => to.unsafe(definition))));
    await to`drop table model, words`;
    const trial = process.env['BENCH_SQL'];
    if (trial) await to.unsafe(await readFile(trial, 'utf8'));
    await to`vacuum analyze briefs`;
    await to`analyze people`;
  } finally {
    await Promise.all([from.end(), to.end()]);
  }
}

/** Whatever refers to an unlogged table has to be unlogged itself: nothing refers to this one any more. */
async function prepare(sql: postgres.Sql): Promise<void> {
  const references = await sql<
    { of: string; name: string }[]
  >`select conrelid::regclass::text as of, conname as name
    from pg_constraint where confrelid = 'briefs'::regclass and contype = 'f'`;
  for (const { of, name } of references) await sql`alter table ${sql(of)} drop constraint ${sql(name)}`;
  await sql`alter table briefs set unlogged`;
  await sql`alter table briefs alter column search drop expression`;
}

async function all(sql: postgres.Sql, table: string): Promise<string> {
  const [row] = await sql<{ rows: string }[]>`select json_agg(t)::text rows from ${sql(table)} t`;
  return row?.rows ?? '[]';
}

/** Drops what can be built again. → their definitions, the large ones apart. */
async function dropIndexes(sql: postgres.Sql): Promise<string[]> {
  const found = await sql<{ name: string; definition: string }[]>`select indexname name, indexdef definition
    from pg_indexes where tablename = 'briefs' and indexname <> 'briefs_pkey' order by indexdef like '%gin%', 1`;
  for (const { name } of found) await sql`drop index ${sql(name)}`;
  return found.map(({ definition }) => definition);
}

const inHalves = <T>(list: T[]): T[][] => [list.filter((_, at) => at % 2 === 0), list.filter((_, at) => at % 2 === 1)]; // prettier-ignore

async function inTurn<T>(list: T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (const item of list) await work(item);
}

/** A number for a row that looks drawn, the same in every run: every run makes the same market. */
const drawn = (salt: number) => `(hashint4(g * 16 + ${salt}) & 2147483647)`;
const word = (salt: number) => `w.words[1 + ${drawn(salt)} % cardinality(w.words)]`;

/** The columns that are as in the model. */
const AS_IT_IS = [
  ...[
    'owner_id',
    'state',
    'visibility',
    'subtitle',
    'series',
    'imprint',
    'publication_on',
    'language',
    'genre',
  ],
  ...['audience', 'blurb', 'synopsis', 'tone_words', 'must_have', 'must_avoid', 'palette', 'approach'],
  ...['format_kinds', 'budget_kind', 'budget_min', 'budget_max', 'currency', 'budget_band', 'budget_rank'],
  ...['concepts', 'revision_rounds', 'rights_media', 'rights_exclusive'],
];

const insert = (sql: postgres.Sql, first: number, last: number) =>
  sql.unsafe(`
    insert into briefs (${AS_IT_IS.join(', ')}, id, title, author_name, search, round_one_on, final_on,
      published_at, closed_at, created_at, updated_at)
    select ${AS_IT_IS.map((column) => `m.${column}`).join(', ')}, md5('brief ' || g)::uuid, own.title, own.author,
      setweight(to_tsvector('english', own.title || ' ' || m.subtitle || ' ' || own.author), 'A') || m.rest,
      m.round_one_on + ${drawn(6)} % 14, m.final_on + ${drawn(6)} % 14,
      case when m.published_at is not null then at end, case when m.closed_at is not null then at end, at, at
    from generate_series(${first}, ${last}) g
    join model m on m.n = ${drawn(7)} % (select count(*) from model)
    cross join words w
    cross join lateral (select
      date_trunc('milliseconds', now() - ${drawn(8)}::float8 / 2147483647 * interval '${DAYS} days') as at,
      case when m.title = '' then '' else concat_ws(' ', 'The', ${word(1)}, ${word(2)}, 'of', ${word(3)},
        case when g % ${RARE.oneIn} = 7 then '${RARE.word}' end) end as title,
      initcap(${word(4)}) || ' ' || initcap(${word(5)}) as author) own`);
