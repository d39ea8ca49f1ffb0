import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { invoices } from '#db/schema/payments.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDesigner, anAdmin } from '#app/testing/people.ts';
import { aProject, type AProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import type { Person } from '../people/rules.ts';
import { movePayment, recordPayment } from './commands.server.ts';
import type { InvoiceValues, PaymentValues } from './form.ts';
import { correctInvoice, issueInvoice } from './invoices.server.ts';
import { getInvoice, getInvoiceDefaults, getPayments, listInvoices } from './queries.server.ts';
import type { PaymentMove } from './rules.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const NOW = new Date('2026-11-21T12:00:00.000Z');
const TODAY = '2026-11-21';

const paid = (overrides: Partial<PaymentValues> = {}): PaymentValues => ({
  ...{ direction: 'paid', amount: 200_00, paidOn: '2026-11-20', note: '' },
  ...overrides,
});
const billed = (overrides: Partial<InvoiceValues> = {}): InvoiceValues => ({
  lines: [{ text: 'Concepts', amount: 200_00 }],
  ...{ seller: 'Dora Bodoni, Berlin', buyer: 'Saltmarsh Press', taxName: 'VAT', taxRate: 19_00 },
  ...{ dueOn: '2026-12-21', note: '' },
  ...overrides,
});
const record = ({ id }: AProject, who: Person, payment = paid()) =>
  db.transaction((tx) => recordPayment(tx, queue, who, { projectId: id, payment }));
const move = ({ id }: AProject, who: Person, paymentId: string, name: PaymentMove) =>
  db.transaction((tx) => movePayment(tx, queue, who, { projectId: id, paymentId, name, now: NOW }));
const issue = ({ id, designer }: AProject, values = billed(), who = designer) =>
  db.transaction((tx) => issueInvoice(tx, queue, who, { projectId: id, values, today: TODAY }));
const correct = ({ id, designer }: AProject, number: string, who = designer) =>
  db.transaction((tx) =>
    correctInvoice(tx, queue, who, { projectId: id, number, reason: 'Wrong address', today: TODAY }),
  );
const toldOf = async (projectId: string, type: string) => {
  const rows = await db
    .select({ type: events.type, data: events.data, personId: notifications.personId })
    .from(events)
    .leftJoin(notifications, eq(notifications.eventId, events.id))
    .where(eq(events.projectId, projectId));
  return rows.filter((row) => row.type === type);
};

describe('a payment', () => {
  test('is written down by one side, and the other is told and confirms it', async () => {
    const made = await aProject(db);
    const id = await record(made, made.publisher);
    expect(await toldOf(made.id, 'payment.recorded')).toMatchObject([
      { personId: made.designer.id, data: { amount: 200_00, currency: 'EUR' } },
    ]);
    expect((await getPayments(db, made.designer, made.id)).project.paid).toBe(0);
    await move(made, made.designer, id, 'confirm');
    const { project, payments } = await getPayments(db, made.publisher, made.id);
    expect(project.paid).toBe(200_00);
    expect(payments).toMatchObject([{ id, recordedBy: 'publisher', confirmedAt: NOW, removedAt: null }]);
    expect(await toldOf(made.id, 'payment.confirmed')).toMatchObject([{ personId: made.publisher.id }]);
  });

  test('that went back is negative', async () => {
    const made = await aProject(db);
    const id = await record(made, made.designer, paid({ direction: 'returned' }));
    await move(made, made.publisher, id, 'confirm');
    expect((await getPayments(db, made.designer, made.id)).project.paid).toBe(-200_00);
  });

  test('is taken back by whoever wrote it down, while nobody has confirmed it', async () => {
    const made = await aProject(db);
    const id = await record(made, made.publisher);
    await expect(move(made, made.publisher, id, 'confirm')).rejects.toThrow(Forbidden);
    await expect(move(made, made.designer, id, 'remove')).rejects.toThrow(Forbidden);
    await move(made, made.publisher, id, 'remove');
    await expect(move(made, made.designer, id, 'confirm')).rejects.toThrow(Conflict);
    expect((await getPayments(db, made.publisher, made.id)).payments).toMatchObject([{ removedAt: NOW }]);
  });

  test('is confirmed once by twenty at once', async () => {
    const made = await aProject(db);
    const id = await record(made, made.publisher);
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => move(made, made.designer, id, 'confirm')),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await toldOf(made.id, 'payment.confirmed')).toHaveLength(1);
  });

  test('is nobody else’s to write down or move', async () => {
    const [made, other] = [await aProject(db), await aProject(db)];
    const disputed = await aProject(db, { state: 'disputed' });
    const id = await record(made, made.publisher);
    await expect(record(made, await aDesigner(db))).rejects.toThrow(NotFound);
    await expect(record(disputed, await anAdmin(db))).rejects.toThrow(Forbidden);
    await expect(move(other, other.designer, id, 'confirm')).rejects.toThrow(NotFound);
    await expect(move(made, made.designer, 'none', 'confirm')).rejects.toThrow(NotFound);
  });
});

describe('an invoice', () => {
  test('has a number, its sums, and is told to the publisher', async () => {
    const made = await aProject(db);
    expect(await issue(made)).toBe(1);
    const { invoice } = await getInvoice(db, made.publisher, made.id, '1');
    expect(invoice).toMatchObject({
      ...{ number: 1, net: 200_00, tax: 38_00, total: 238_00, currency: 'EUR', corrects: null },
      ...{ issuedOn: TODAY, dueOn: '2026-12-21', seller: 'Dora Bodoni, Berlin', buyer: 'Saltmarsh Press' },
    });
    expect(await toldOf(made.id, 'invoice.issued')).toMatchObject([
      { personId: made.publisher.id, data: { number: '1', amount: 238_00, currency: 'EUR' } },
    ]);
  });

  test('leaves what it says of its designer for the next', async () => {
    const made = await aProject(db);
    await issue(made);
    const next = await getInvoiceDefaults(db, made.designer.id, made.id);
    expect(next).toEqual({
      ...{ seller: 'Dora Bodoni, Berlin', taxName: 'VAT', taxRate: 19_00 },
      ...{ buyer: 'Saltmarsh Press', billed: 200_00 },
    });
    const elsewhere = await aProject(db, { designer: made.designer });
    const there = await getInvoiceDefaults(db, made.designer.id, elsewhere.id);
    expect(there).toMatchObject({ seller: 'Dora Bodoni, Berlin', buyer: null, billed: 0 });
  });

  test('of twenty at once, on three projects, have twenty successive numbers', async () => {
    const designer = await aDesigner(db);
    const made: AProject[] = [];
    for (let n = 0; n < 3; n++) made.push(await aProject(db, { designer }));
    const numbers = await Promise.all(Array.from({ length: 20 }, (_, n) => issue(made[n % 3] as AProject)));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  test('that comes to nothing gives its number back', async () => {
    const made = await aProject(db);
    const fault = db.transaction(async (tx) => {
      await issueInvoice(tx, queue, made.designer, { projectId: made.id, values: billed(), today: TODAY });
      throw new Error('the light went out');
    });
    await expect(fault).rejects.toThrow('the light went out');
    expect(await issue(made)).toBe(1);
  });

  test('is numbered for each designer by itself', async () => {
    expect([await issue(await aProject(db)), await issue(await aProject(db))]).toEqual([1, 1]);
  });

  test('is taken back once, by a correction with the next number and every amount turned round', async () => {
    const made = await aProject(db);
    await issue(made);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => correct(made, '1')));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { invoices: list } = await listInvoices(db, made.publisher, made.id);
    expect(list).toMatchObject([
      { number: 2, corrects: 1, total: -238_00, tax: -38_00, note: 'Wrong address', correctedBy: null },
      { number: 1, corrects: null, total: 238_00, correctedBy: 2 },
    ]);
    await expect(correct(made, '2')).rejects.toThrow('is a correction');
    expect((await getInvoiceDefaults(db, made.designer.id, made.id)).billed).toBe(0);
  });

  test('is never changed', async () => {
    await expect(db.update(invoices).set({ total: 1 })).rejects.toThrow();
  });

  test('is its designer’s alone to issue, and the two sides’ to read', async () => {
    const made = await aProject(db);
    await issue(made);
    await expect(issue(made, billed(), made.publisher)).rejects.toThrow(Forbidden);
    await expect(correct(made, '1', made.publisher)).rejects.toThrow(Forbidden);
    await expect(issue(made, billed(), await aDesigner(db))).rejects.toThrow(NotFound);
    await expect(getInvoice(db, await aDesigner(db), made.id, '1')).rejects.toThrow(NotFound);
    for (const none of ['0', '2', '1.5', 'none', undefined])
      await expect(getInvoice(db, made.designer, made.id, none)).rejects.toThrow(NotFound);
  });
});
