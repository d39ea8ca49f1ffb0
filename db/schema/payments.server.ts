import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { PROJECT_SIDES, type ProjectSide } from '../../app/domain/projects/rules.ts';
import { createdAt, id, moment, oneOf, words } from './columns.server.ts';
import { designers } from './designers.server.ts';
import { projects } from './projects.server.ts';

/** Money that one side says it has paid, until the other says it has come. A negative amount went back to the publisher. */
export const payments = pgTable(
  'payments',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    recordedBy: text().$type<ProjectSide>().notNull(),
    amount: integer().notNull(),
    paidOn: date().notNull(),
    note: words(),
    createdAt: createdAt(),
    confirmedAt: moment(),
    removedAt: moment(),
  },
  (t) => [
    oneOf('payments_recorded_by', t.recordedBy, PROJECT_SIDES),
    check('payments_of_something', sql`${t.amount} <> 0`),
    index('payments_of_project').on(t.projectId, t.createdAt),
  ],
);

/** What a designer asks to be paid, numbered without gaps for each of them. Append-only. */
export const invoices = pgTable(
  'invoices',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    designerId: uuid()
      .notNull()
      .references(() => designers.personId),
    number: integer().notNull(),
    issuedOn: date().notNull(),
    dueOn: date().notNull(),
    currency: text().notNull(),
    /** Amounts are minor units. */
    lines: jsonb().$type<{ text: string; amount: number }[]>().notNull(),
    net: integer().notNull(),
    taxName: words(),
    /** In hundredths of a percent. */
    taxRate: integer().notNull().default(0),
    tax: integer().notNull().default(0),
    total: integer().notNull(),
    seller: text().notNull(),
    buyer: text().notNull(),
    note: words(),
    /** The invoice that this one takes back. */
    corrects: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('invoices_number').on(t.designerId, t.number),
    check('invoices_sum', sql`${t.total} = ${t.net} + ${t.tax}`),
    index('invoices_of_project').on(t.projectId, t.createdAt),
  ],
);

/** What a designer's invoices say of themselves, and the number the next one gets. */
export const invoiceBooks = pgTable('invoice_books', {
  designerId: uuid()
    .primaryKey()
    .references(() => designers.personId, { onDelete: 'cascade' }),
  nextNumber: integer().notNull().default(1),
  seller: words(),
  taxName: words(),
  taxRate: integer().notNull().default(0),
});
