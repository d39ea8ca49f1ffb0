/**
 * Builders: the smallest believable person, picture, piece or brief, with whatever a test cares about
 * on top. People come in through the same door as at sign-in; rows that no command makes alone are inserted.
 */
import { createHash, randomUUID } from 'node:crypto';
import { count, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefFormats, briefs } from '#db/schema/briefs.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { images } from '#db/schema/images.server.ts';
import { sessions } from '#db/schema/people.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { budgetBandOf } from '#app/domain/briefs/rules.ts';
import { meetPerson, type Introduction } from '#app/domain/people/commands.server.ts';
import type { Person, Role } from '#app/domain/people/rules.ts';
import { mediaPrefix, originalKey } from '#app/storage/keys.ts';

type Owner = Pick<Person, 'id'>;
type Insert<Table extends { $inferInsert: unknown }> = Partial<Table['$inferInsert']>;

let made = 0;
const next = () => ++made;

function meet(db: Db, role: Role, name: string, overrides: Partial<Introduction>): Promise<Person> {
  const subject = overrides.subject ?? `${role}-${next()}`;
  return meetPerson(db, { subject, role, name, email: `${subject}@example.test`, ...overrides });
}

export const aPublisher = (db: Db, overrides: Partial<Introduction> = {}) =>
  meet(db, 'hiring_user', 'Paula Imprint', overrides);
export const aDesigner = (db: Db, overrides: Partial<Introduction> = {}) =>
  meet(db, 'designer', 'Dora Bodoni', overrides);
export const aNewcomer = (db: Db, overrides: Partial<Introduction> = {}) =>
  meet(db, 'newcomer', 'Nell Newly', overrides);
export const anAdmin = (db: Db, overrides: Partial<Introduction> = {}) =>
  meet(db, 'admin', 'Stephen Staff', overrides);

/** A public picture whose sizes are ready; its files are not in any storage. */
export async function anImage(db: Db, owner: Owner, overrides: Insert<typeof images> = {}) {
  const id = overrides.id ?? randomUUID();
  const sha256 = createHash('sha256').update(id).digest('hex');
  const [image] = await db
    .insert(images)
    .values({
      ...{ id, ownerId: owner.id, reach: 'public', state: 'ready', readyAt: new Date() },
      ...{ prefix: mediaPrefix(sha256, id), originalKey: originalKey(id, 'jpeg'), sha256 },
      ...{ originalName: 'cover.jpg', bytes: 123_456, width: 1600, height: 2560 },
      ...overrides,
    })
    .returning();
  return inserted(image);
}

/** A piece that publishers see, last in its designer's order, with a picture of its own unless one is named. */
export async function aPiece(db: Db, designer: Owner, overrides: Insert<typeof pieces> = {}) {
  const imageId = overrides.imageId ?? (await anImage(db, designer)).id;
  const [placed] = await db.select({ n: count() }).from(pieces).where(eq(pieces.designerId, designer.id));
  const [piece] = await db
    .insert(pieces)
    .values({
      ...{ designerId: designer.id, imageId, position: (placed?.n ?? 0) + 1, shownAt: new Date() },
      ...{ title: `The Long Margin ${next()}`, author: 'A. N. Author' },
      ...{ genre: 'literary_fiction', format: 'ebook_front', styles: ['typographic'], year: 2024 },
      ...overrides,
    })
    .returning();
  // What the commands keep beside the pieces, so that the profile is found.
  const shown = await db.select().from(pieces).where(eq(pieces.designerId, designer.id));
  const moments = shown.flatMap(({ shownAt }) => (shownAt ? [shownAt.getTime()] : []));
  await db
    .update(designers)
    .set({
      pieceCount: moments.length,
      lastShownAt: moments.length > 0 ? new Date(Math.max(...moments)) : null,
    })
    .where(eq(designers.personId, designer.id));
  return inserted(piece);
}

type BriefOverrides = Insert<typeof briefs> & { formats?: Partial<typeof briefFormats.$inferInsert>[] };

/** A brief that is open and public, pays a fixed 600 euros and asks for one ebook front. */
export async function aBrief(db: Db, owner: Owner, overrides: BriefOverrides = {}) {
  const { formats = [{ kind: 'ebook_front' }], ...columns } = overrides;
  const rows = formats.map((format, position) => ({ kind: 'ebook_front' as const, position, ...format }));
  const money = { budgetKind: 'fixed', budgetMin: 600_00, budgetMax: 600_00, ...columns };
  const [brief] = await db
    .insert(briefs)
    .values({
      ...{ ownerId: owner.id, state: 'open', publishedAt: new Date() },
      ...{ title: `The Salt Road ${next()}`, authorName: 'Maren Holt', imprint: 'Saltmarsh Press' },
      ...{ genre: 'literary_fiction', audience: 'adult', blurb: 'A ferry, a flood and a ledger.' },
      ...{ approach: 'open', finalOn: '2031-05-30', formatKinds: rows.map(({ kind }) => kind) },
      ...{ budgetBand: budgetBandOf(money.budgetMax ?? null), budgetRank: money.budgetMax ?? 0 },
      ...money,
    })
    .returning();
  if (rows.length > 0)
    await db.insert(briefFormats).values(rows.map((row) => ({ ...row, briefId: inserted(brief).id })));
  return inserted(brief);
}

/** A browser that somebody signed in on; nobody knows the id its cookie would hold. */
export async function aSession(db: Db, person: Owner, overrides: Insert<typeof sessions> = {}) {
  const expiresAt = new Date(Date.now() + 3_600_000);
  const [session] = await db
    .insert(sessions)
    .values({ idHash: randomUUID(), personId: person.id, expiresAt, ...overrides })
    .returning();
  return inserted(session);
}

function inserted<Row>(row: Row | undefined): Row {
  if (!row) throw new Error('the row was not inserted');
  return row;
}
