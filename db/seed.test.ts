import { count, eq, isNotNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '#app/testing/database.server.ts';
import { BRIEF_STATE_KEYS } from '#app/domain/briefs/rules.ts';
import { PROJECT_STATE_KEYS } from '#app/domain/projects/rules.ts';
import { seed } from './seed.ts';
import { briefs } from './schema/briefs.server.ts';
import { designers } from './schema/designers.server.ts';
import { people } from './schema/people.server.ts';
import { pieces } from './schema/portfolios.server.ts';

const { db, sql, config } = await testDatabase();
await Promise.all([seed(config), seed(config)]);

const drawn = async () => (await sql<{ n: number }[]>`select count(*)::int as n from pgboss.job`)[0]?.n;
const total = async () => ({
  people: await db.$count(people),
  pieces: await db.$count(pieces),
  briefs: await db.$count(briefs),
  drawings: await drawn(),
});

describe('the sample catalogue', () => {
  test('is a market in full swing', async () => {
    const { pieces: covers, briefs: posted, drawings } = await total();
    expect(await db.$count(designers)).toBeGreaterThanOrEqual(40);
    expect(covers).toBeGreaterThanOrEqual(160);
    expect(posted).toBeGreaterThanOrEqual(80);
    expect(drawings).toBe(covers);
    expect(await db.$count(designers, isNotNull(designers.lastShownAt))).toBeGreaterThanOrEqual(40);
  });

  test('keeps what published briefs are made to, one of them changed since', async () => {
    const rows = await sql<{ versions: number; kind: string; direction: string; printer: string }[]>`
      select count(*)::int as versions, kind, spec->>'direction' as direction, spec->>'printer' as printer
        from cover_specs group by format_id, kind, direction, printer`;
    expect(rows.some(({ versions }) => versions === 2)).toBe(true);
    expect(rows.some(({ direction }) => direction === 'rtl')).toBe(true);
    const printers = new Set(rows.map(({ printer }) => printer));
    expect([...printers].sort()).toEqual(['acx', 'ingramspark', 'kdp', 'lulu', 'other']);
  });

  test('has briefs in every state', async () => {
    const states = await db.select({ state: briefs.state, n: count() }).from(briefs).groupBy(briefs.state);
    expect(states.map(({ state }) => state).sort()).toEqual([...BRIEF_STATE_KEYS].sort());
  });

  test('has a project in every state, for a publisher and a designer', async () => {
    const rows = await sql<{ state: string }[]>`
      select distinct p.state from projects p
        join people a on a.id = p.publisher_id join people b on b.id = p.designer_id
        where a.subject = 'dev-hiring-001' and b.subject = 'dev-designer-001'`;
    expect(rows.map(({ state }) => state).sort()).toEqual([...PROJECT_STATE_KEYS].sort());
  });

  test.each([
    ['dev-admin-001', 'admin', 'admin@localhost'],
    ['dev-hiring-001', 'hiring_user', 'hiring@localhost'],
    ['dev-designer-001', 'designer', 'designer@localhost'],
  ])('has %s, who is %s', async (subject, role, email) => {
    const [person] = await db.select().from(people).where(eq(people.subject, subject));
    expect(person).toMatchObject({ role, email });
  });

  test('is there once, however often it is sown', async () => {
    const before = await total();
    await seed(config);
    expect(await total()).toEqual(before);
  });
});
