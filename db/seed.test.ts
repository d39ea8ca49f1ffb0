import { count, eq, isNotNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '#app/testing/database.server.ts';
import { BRIEF_STATE_KEYS } from '#app/domain/briefs/rules.ts';
import { PROCESSES, SHOWN } from '#app/testing/seed-states.ts';
import { seed } from './seed.ts';
import { briefs } from './schema/briefs.server.ts';
import { reports } from './schema/conversations.server.ts';
import { designers } from './schema/designers.server.ts';
import { files } from './schema/files.server.ts';
import { people } from './schema/people.server.ts';
import { pieces } from './schema/portfolios.server.ts';

const { db, sql, config } = await testDatabase();
await Promise.all([seed(config), seed(config)]);

const drawn = async () =>
  (await sql<{ n: number }[]>`select count(*)::int as n from pgboss.job where name = 'image.derive'`)[0]?.n;
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

  test.each(Object.entries(PROCESSES))(
    'shows every state of %s to the three of the development sign-in',
    async (_, { states, found }) => {
      const rows = await sql.unsafe<{ state: string }[]>(`with ${SHOWN} ${found}`);
      expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(states));
    },
  );

  test('has files in deliveries of the two, for the worker to draw and to judge', async () => {
    const [drawn = { asked: 0, covers: 0, excused: 0, versions: 0 }] = await sql`
      select (select count(*)::int from pgboss.job where name = 'sample.draw') asked,
        (select count(*)::int from delivery_files where cover_spec_id is not null) covers,
        (select count(*)::int from delivery_files where reason <> '') excused,
        (select count(*)::int from deliveries where number > 1) versions,
        (select count(*)::int from pins) pins, (select count(*)::int from message_files) sent`;
    expect(drawn).toMatchObject({ excused: 2, versions: 4, pins: 3, sent: 3 });
    expect(drawn.covers).toBeGreaterThan(15);
    expect(drawn.asked).toBe(await db.$count(files));
  });

  test.each([
    ['dev-admin-001', 'admin', 'admin@localhost'],
    ['dev-hiring-001', 'hiring_user', 'hiring@localhost'],
    ['dev-designer-001', 'designer', 'designer@localhost'],
  ])('has %s, who is %s', async (subject, role, email) => {
    const [person] = await db.select().from(people).where(eq(people.subject, subject));
    expect(person).toMatchObject({ role, email });
  });

  test('has conversations, read and unread, and one that was reported', async () => {
    const [{ unread, said } = { unread: 0, said: 0 }] = await sql<{ unread: number; said: number }[]>`
      select count(*)::int said, (count(*) filter (where m.created_at > r.read_at and m.author_id <> r.person_id))::int unread
        from messages m join conversation_readers r using (conversation_id)
        where r.person_id = (select id from people where subject = 'dev-hiring-001')`;
    expect(said).toBeGreaterThan(30);
    expect(unread).toBeGreaterThan(2);
    expect(await db.$count(reports)).toBe(3);
  });

  test('is there once, however often it is sown', async () => {
    const before = await total();
    await seed(config);
    expect(await total()).toEqual(before);
  });
});
