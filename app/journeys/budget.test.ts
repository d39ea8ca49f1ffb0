/** What the pages of people with much to do cost: statements of the whole request, as PostgreSQL counts them, and bytes. */
import { afterAll, expect, test } from 'vitest';
import { brotli } from '#app/testing/bench/document.ts';
import { KB } from '#app/testing/bench/figures.ts';
import { busyMarket } from '#app/testing/busy.ts';
import { httpClient, type Answer } from '#app/testing/http.ts';
import { startProduct } from '#app/testing/server.ts';
import { countStatements, statementsOf } from '#app/testing/statements.ts';

type Cost = readonly [statements: number, kilobytes: number];

/**
 * The statements of each page, no more and no fewer, and the most it weighs. Two of them are on every page: who is signed in,
 * and what they have not read. A page that needs one more says so here; docs/budgets.md says how many it may have.
 */
const SHARED: Record<string, Cost> = {
  home: [5, 11.5],
  conversation: [6, 11.5],
  messages: [3, 9],
  notifications: [3, 8.5],
  milestone: [4, 9],
  brief: [7, 9],
  'project, agreed': [3, 9],
  'project, concepts': [3, 9],
  'project, front': [3, 9],
  'project, wrap': [3, 9],
  'project, handover': [3, 9],
  'project, completed': [3, 9],
  'project, cancelled': [3, 9],
  'project, disputed': [3, 9],
  'project, resolved': [3, 9],
};
const COSTS: Record<string, Record<string, Cost>> = {
  publisher: { ...SHARED, comparison: [4, 12.5], proposals: [6, 9.5] },
  // Briefs that suit them.
  designer: { ...SHARED, home: [6, 11.5] },
  staff: { home: [5, 9.5] },
};
const ROWS = Object.entries(COSTS).flatMap(([who, costs]) =>
  Object.entries(costs).map(([name, [statements, most]]) => ({ name: `${who}: ${name}`, statements, most })),
);

const product = await startProduct({
  worker: false,
  env: async ({ sql }) => {
    await countStatements(sql);
    return {};
  },
});
const { db, sql, origin } = product;
const pages = await busyMarket(db);
const clients = new Map<string, ReturnType<typeof httpClient>>();
for (const { reader } of pages) {
  if (clients.has(reader.id)) continue;
  const client = httpClient(origin);
  await client.signIn(reader);
  clients.set(reader.id, client);
}
const told: string[] = [];

test.each(ROWS)('$name: $statements statements, at most $most KB', async ({ name, statements, most }) => {
  const page = pages.find((one) => one.name === name);
  const client = page && clients.get(page.reader.id);
  if (!client) throw new Error(`there is no ${name}`);
  let answer: Answer | undefined;
  const asked = await statementsOf(sql, async () => (answer = await client.get(page.path)));
  const size = brotli(answer?.bytes ?? '').length / KB;
  told.push(`${name} ${asked.length} · ${size.toFixed(1)} KB`);
  expect(answer?.status).toBe(200);
  expect(asked, asked.join('\n\n')).toHaveLength(statements);
  expect(size).toBeLessThan(most);
});

test('every page of the busy market is in the table', () => {
  expect(pages.map(({ name }) => name).toSorted()).toEqual(ROWS.map(({ name }) => name).toSorted());
});

afterAll(() => void process.stdout.write(`budget: ${told.join('; ')}\n`));
