import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { people, sessions } from '#db/schema/people.server.ts';
import { testDatabase } from '../../testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '../../testing/people.ts';
import { NotFound } from '../errors.ts';
import { decodeCursor } from '../paging.ts';
import { findWho, getPerson, listPeople } from './staff-queries.server.ts';

describe('one person', () => {
  const now = new Date('2031-05-01T12:00:00Z');
  const hours = (n: number) => new Date(now.getTime() + n * 3600 * 1000);

  test('is shown with what is theirs, and only live sessions', async () => {
    const { db } = await testDatabase();
    const { id: personId } = await aDesigner(db, { name: 'Dora Bodoni' });
    await aBrief(db, await aPublisher(db));
    await db.insert(sessions).values([
      { idHash: 'live', personId, seenAt: hours(-2), expiresAt: hours(5) },
      { idHash: 'over', personId, seenAt: hours(-1), expiresAt: hours(-1) },
    ]);
    expect(await getPerson(db, personId, now)).toMatchObject({
      ...{ name: 'Dora Bodoni', role: 'designer', suspended: false, sessions: 1, briefs: 0 },
      ...{ seenAt: hours(-1), profile: { slug: 'dora-bodoni', hidden: false }, providerGroups: [] },
    });
    const staff = await anAdmin(db);
    await aBrief(db, staff);
    expect(await getPerson(db, staff.id, now)).toMatchObject({
      sessions: 0,
      seenAt: null,
      profile: null,
      briefs: 1,
    });
  });

  test.each([undefined, 'none', '%00', '00000000-0000-4000-8000-00000000dead'])(
    'is not found as %s',
    async (id) => {
      const { db } = await testDatabase();
      await expect(getPerson(db, id, now)).rejects.toThrow(NotFound);
    },
  );
});

describe('twenty thousand people', async () => {
  const MANY = 20_000;
  const { db } = await testDatabase();
  beforeAll(async () => {
    await db.execute(sql`insert into people (subject, role, name, email, created_at, suspended_at)
      select 's' || n, case when n % 4000 = 7 then 'admin' when n % 3 = 0 then 'designer' else 'hiring_user' end,
        'Person ' || md5(n::text), md5((n * 7)::text) || '@example.test',
        timestamptz '2030-01-01' + n * interval '1 minute', case when n % 5000 = 9 then now() end
      from generate_series(1, ${MANY}) n`);
    await db.insert(people).values([
      { subject: 'needle', role: 'designer', name: 'Zoë Ångström', email: 'zoe.needle@press.example' },
      { subject: 'signs', role: 'designer', name: 'Per Cent', email: '100%_sure\\@press.example' },
    ]);
    // Also puts what was inserted from the waiting list of the index into the index.
    await db.execute(sql`vacuum analyze people`);
  }, 120_000);

  /** Which ways PostgreSQL went to read people, and how many rows it read one after the other. */
  const waysOf = (run: (tx: Parameters<typeof listPeople>[0]) => Promise<unknown>) =>
    db.transaction(async (tx) => {
      const count = async () => {
        const [counts] = await tx.execute(sql`select
          pg_stat_get_xact_tuples_returned('people'::regclass)::int as walked,
          pg_stat_get_xact_numscans('people_feed'::regclass)::int as feed,
          pg_stat_get_xact_numscans('people_search'::regclass)::int as search`);
        return counts as { walked: number; feed: number; search: number };
      };
      // What this connection did a moment ago may not have been reported yet, and is counted along.
      const before = await count();
      await run(tx);
      const { walked, feed, search } = await count();
      return { walked: walked - before.walked, feed: feed - before.feed, search: search - before.search };
    });

  const names = async (q: string) => (await listPeople(db, { q }, {})).rows.map(({ name }) => name);

  test('are found by a part of the name, of the e-mail, or of both', async () => {
    expect(await names('needle')).toEqual(['Zoë Ångström']);
    expect(await names('NGSTR')).toEqual(['Zoë Ångström']);
    expect(await names('zoë press.ex')).toEqual(['Zoë Ångström']);
    expect(await names('zoë nowhere')).toEqual([]);
  });

  test('are not found by signs that mean something to a pattern', async () => {
    expect(await names('100%_SURE\\')).toEqual(['Per Cent']);
    expect(await names('z_ë')).toEqual([]);
    expect(await names('%')).toEqual(['Per Cent']);
  });

  test('are found by the index of their words', async () => {
    for (const q of ['needle', 'zoë press.ex', 'nobody.has.this'])
      expect(await waysOf((tx) => listPeople(tx, { q }, {}))).toMatchObject({ walked: 0 });
    expect((await waysOf((tx) => listPeople(tx, { q: 'needle' }, {}))).search).toBeGreaterThan(0);
  });

  test('are listed along the index of their days, first page and last', async () => {
    const everybody = { q: '' };
    const deep = decodeCursor(
      Buffer.from(JSON.stringify(['2030-01-02T00:00:00.000Z', crypto.randomUUID()])).toString('base64url'),
    );
    for (const seek of [{}, { after: deep }, { before: deep }]) {
      const { feed, walked } = await waysOf((tx) => listPeople(tx, everybody, seek));
      expect(feed).toBeGreaterThan(0);
      // The count stops at a thousand.
      expect(walked).toBeLessThanOrEqual(1001);
    }
  });

  test('are filtered by role and state', async () => {
    expect(await listPeople(db, { q: '', role: 'admin' }, {})).toMatchObject({
      count: { n: 5, capped: false },
    });
    const suspended = await listPeople(db, { q: '', state: 'suspended' }, {});
    expect(suspended.rows.map((row) => row.suspended)).toEqual([true, true, true, true]);
    const both = { q: 'needle', role: 'designer', state: 'active' } as const;
    expect((await listPeople(db, both, {})).rows).toHaveLength(1);
    expect((await listPeople(db, { ...both, state: 'suspended' }, {})).rows).toEqual([]);
    expect(await listPeople(db, { q: '', role: 'designer' }, {})).toMatchObject({ count: { capped: true } });
  });

  test('are walked from the newest to the oldest and back', async () => {
    const first = await listPeople(db, { q: 'press.example' }, {});
    expect(first).toMatchObject({ newer: null, older: null });
    const newest = await listPeople(db, { q: '' }, {});
    const next = await listPeople(db, { q: '' }, { after: decodeCursor(newest.older) });
    const back = await listPeople(db, { q: '' }, { before: decodeCursor(next.newer) });
    expect(back.rows).toEqual(newest.rows);
    expect(new Set([...newest.rows, ...next.rows].map(({ id }) => id)).size).toBe(24);
  });

  test('are meant by an id, or by words that only one of them answers to', async () => {
    const { person } = await findWho(db, null, 'needle');
    expect(person).toMatchObject({ name: 'Zoë Ångström' });
    expect(await findWho(db, person?.id ?? '', '')).toMatchObject({ person: { id: person?.id }, others: [] });
    expect((await findWho(db, null, 'press.example')).others).toHaveLength(2);
    expect(await findWho(db, 'none', '')).toEqual({ person: null, others: [] });
  });
});
