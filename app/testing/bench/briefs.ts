import postgres from 'postgres';
import { listOpenBriefs } from '#app/domain/briefs/list.server.ts';
import { BUDGET_BANDS, DEADLINES } from '#app/domain/briefs/rules.ts';
import { FORMATS, GENRES } from '#app/domain/covers/rules.ts';
import { PAGE_SIZE, type Seek } from '#app/domain/paging.ts';
import { openDatabase, type Database } from '#db/client.server.ts';
import { databaseAt } from '#db/connection.server.ts';
import { costOf, type Cost } from './cost.ts';
import { median, p95, type Figure } from './figures.ts';
import { fillBriefs, RARE } from './million.ts';
import type { Stage } from './stage.ts';

const FEW = 10_000;
const MANY = 1_000_000;
/** Calls of each case, the first of which are not counted: fewer of a slow one, which has shown by then that it is. */
const CALLS = 120;
const WARM_UP = 20;
const FEWEST = 25;
const MOST_MS = 4_000;
/** Of a very slow one there are fewer still, and perhaps nothing to tell of but that. */
const LONGEST_MS = 12_000;
const DEEP_PAGE = 10_000;

type BriefFilters = Parameters<typeof listOpenBriefs>[1];
type Statement = { query: string; params: unknown[] };
type Market = { db: Database; sql: postgres.Sql; heard: Statement[]; deep: Seek; close: () => Promise<void> };
type Case = {
  name: string;
  /** The filters of the call with this number: values take turns. */
  filters: (call: number) => Partial<BriefFilters>;
  deep?: boolean;
  search?: boolean;
};
/** Processor milliseconds of each call and, at the 95th percentile, of its slowest query; the calls by the clock. */
type Taken = { whole: number[]; clock: number[]; slowest: number; queries: number };

/** The open-briefs list over ten thousand briefs and a million, by the functions that its page calls. */
export async function measureBriefs(stage: Stage): Promise<Figure[]> {
  const source = await stage.catalogue();
  const common = await commonWord(source);
  const [few, many] = [Math.max(1000, FEW * stage.scale), Math.max(2000, MANY * stage.scale)];
  const start = performance.now();
  const markets = { few: await openMarket(stage, source, few), many: await openMarket(stage, source, many) };
  const seconds = (performance.now() - start) / 1000;
  const figures: Figure[] = [
    {
      name: 'filling both databases',
      measured: seconds,
      unit: 's',
      note: `${few + many} briefs with their indexes`,
    },
  ];
  const calls = Math.max(20, CALLS * stage.scale);
  for (const one of cases(common, await misspelt(markets.few.sql))) {
    try {
      const [small, large] = [await run(markets.few, one, calls), await run(markets.many, one, calls)];
      figures.push(...figuresOf(one, small, large));
    } catch (fault) {
      // drizzle's own message is the statement; the cause says what became of it.
      const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
      const note = cause instanceof Error ? cause.message : 'failed';
      figures.push({ name: one.name, measured: NaN, unit: '', target: one.search ? 50 : 5, note });
    }
  }
  await Promise.all([markets.few.close(), markets.many.close()]);
  return figures;
}

function cases(common: string, typo: string): Case[] {
  const turn = <Key extends string>(list: Record<Key, unknown>) => {
    const keys = Object.keys(list) as Key[];
    return (call: number) => keys[call % keys.length];
  };
  const [genre, format, budget, deadline] = [
    turn(GENRES),
    turn(FORMATS),
    turn(BUDGET_BANDS),
    turn(DEADLINES),
  ];
  return [
    { name: 'list, newest', filters: () => ({}) },
    { name: 'list, earliest deadline', filters: () => ({ sort: 'deadline' }) },
    { name: 'list, highest budget', filters: () => ({ sort: 'budget' }) },
    { name: `list, page ${DEEP_PAGE.toLocaleString('en-GB')}`, filters: () => ({}), deep: true },
    { name: 'filter by genre', filters: (call) => ({ genre: genre(call) }) },
    { name: 'filter by format', filters: (call) => ({ format: format(call) }) },
    { name: 'filter by budget', filters: (call) => ({ budget: budget(call) }) },
    { name: 'filter by deadline', filters: (call) => ({ deadline: deadline(call) }) },
    { name: 'genre and budget', filters: (call) => ({ genre: genre(call), budget: budget(call) }) },
    { name: 'all four filters', filters: (call) => ({ genre: genre(call), format: format(call >> 2), budget: budget(call >> 1), deadline: deadline(call) }) }, // prettier-ignore
    { name: 'genre, by deadline', filters: (call) => ({ genre: genre(call), sort: 'deadline' }) },
    {
      name: `search, common word “${common}”`,
      search: true,
      filters: () => ({ q: common, sort: 'relevance' }),
    },
    { name: 'the same, newest first', search: true, filters: () => ({ q: common }) },
    { name: 'search, rare word', search: true, filters: () => ({ q: RARE.word, sort: 'relevance' }) },
    { name: 'the same, newest first', search: true, filters: () => ({ q: RARE.word }) },
    {
      name: 'search, common word in a genre',
      search: true,
      filters: (call) => ({ q: common, genre: genre(call) }),
    },
    { name: `search, misspelt “${typo}”`, search: true, filters: () => ({ q: typo, sort: 'relevance' }) },
    { name: 'search, nothing like it', search: true, filters: () => ({ q: 'xyzzyq' }) },
  ];
}

function figuresOf({ name, search, deep }: Case, small: Taken, large: Taken): Figure[] {
  const [few, many] = [median(small.whole), median(large.whole)];
  const note = `${large.queries} queries; by the clock ${median(large.clock).toFixed(1)} ms, p95 ${p95(large.clock).toFixed(1)}`;
  if (search)
    return [{ name: `${name}, p95`, measured: p95(large.whole), unit: 'ms', target: 50, fails: 100, note }];
  const against = `${many.toFixed(2)} ÷ ${few.toFixed(2)} ms${deep ? '; the last page of the 10 k' : ''}`;
  return [
    { name: `${name}, slowest query, p95`, measured: large.slowest, unit: 'ms', target: 5, fails: 10, note },
    { name: `${name}, 1 M ÷ 10 k`, measured: many / few, unit: '×', target: 1.5, fails: 2, note: against },
  ];
}

async function run(market: Market, { filters, deep }: Case, calls: number): Promise<Taken> {
  const today = new Date().toISOString().slice(0, 10);
  const cost = await costOf(market.sql);
  const taken = { whole: [] as number[], clock: [] as number[] };
  const byQuery: number[][] = [];
  const begun = performance.now();
  for (let call = -WARM_UP; call < calls; call++) {
    const late = performance.now() - begun;
    if (late > (taken.whole.length < FEWEST ? LONGEST_MS : MOST_MS)) break;
    const wanted: BriefFilters = { q: '', sort: 'newest', ...filters(Math.abs(call)) };
    market.heard.length = 0;
    const [start, before] = [performance.now(), cost()];
    await listOpenBriefs(market.db, wanted, deep ? market.deep : {}, today);
    const [spent, after] = [performance.now() - start, cost()];
    // The same statements once more, each by itself.
    const each = await replay(market, cost);
    if (call < 0 && performance.now() - begun < MOST_MS) continue;
    taken.whole.push(after.database + after.client - before.database - before.client);
    taken.clock.push(spent);
    each.forEach((ms, at) => (byQuery[at] ??= []).push(ms));
  }
  return { ...taken, slowest: Math.max(...byQuery.map(p95)), queries: byQuery.length };
}

async function replay({ sql, heard }: Market, cost: () => Cost): Promise<number[]> {
  const times: number[] = [];
  for (const { query, params } of [...heard]) {
    const before = cost();
    await sql.unsafe(query, params as postgres.ParameterOrJSON<never>[], { prepare: true });
    times.push(cost().database - before.database);
  }
  return times;
}

async function openMarket(stage: Stage, source: string, rows: number): Promise<Market> {
  const url = await stage.emptyDatabase(`briefs_${Math.round(rows)}`);
  await fillBriefs(source, url, Math.round(rows));
  const heard: Statement[] = [];
  const listen = (query: string, params?: unknown[]) => void heard.push({ query, params: params ?? [] });
  // One connection, so that what is prepared is prepared once.
  const { db, sql, close } = openDatabase(databaseAt(url, 1), listen);
  return { db, sql, heard, deep: await deepPage(sql), close };
}

/** Where page 10,000 starts, or the last page where there are not as many. */
async function deepPage(sql: postgres.Sql): Promise<Seek> {
  const open = sql`from briefs where state = 'open' and visibility = 'public'`;
  const [count] = await sql<{ n: number }[]>`select count(*)::int n ${open}`;
  const skip = Math.min((DEEP_PAGE - 1) * PAGE_SIZE, (count?.n ?? 0) - 2 * PAGE_SIZE);
  const [row] = await sql<{ id: string; at: string }[]>`select id, published_at at ${open}
    order by published_at desc nulls last, id desc nulls last offset ${Math.max(0, skip)} limit 1`;
  return row ? { after: { key: new Date(row.at).toISOString(), id: row.id } } : {};
}

/** The word that most of the sample briefs have. */
async function commonWord(url: string): Promise<string> {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql<{ word: string }[]>`select word from ts_stat(
    $$select search from briefs where state = 'open' and visibility = 'public'$$) order by ndoc desc, word limit 1`;
  await sql.end();
  return row?.word ?? '';
}

/** A word of many titles with two letters in each other's place. */
async function misspelt(sql: postgres.Sql): Promise<string> {
  const [row] = await sql<
    { word: string }[]
  >`select word from (select regexp_split_to_table(title, '\\W+') word
    from briefs where title <> '') t where word ~ '^[A-Za-z]{8,}$' group by 1 order by count(*) desc, 1 limit 1`;
  return (row?.word ?? '').toLowerCase().replace(/^(...)(.)(.)/, '$1$3$2');
}
