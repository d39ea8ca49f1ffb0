/** Reads payments and invoices of a project. Who may is whoever may read the project. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '#db/client.server.ts';
import { invoiceBooks, invoices, payments } from '#db/schema/payments.server.ts';
import { NotFound } from '../errors.ts';
import type { Person } from '../people/rules.ts';
import { getProject } from '../projects/queries.server.ts';
import type { Invoice } from './invoice.ts';

/** The project with every payment that was ever written down for it, in the order of their days. Throws NotFound. */
export async function getPayments(db: Db, viewer: Person, projectId: string | undefined) {
  const project = await getProject(db, viewer, projectId);
  const rows = await db
    .select()
    .from(payments)
    .where(eq(payments.projectId, project.id))
    .orderBy(asc(payments.paidOn), asc(payments.createdAt), asc(payments.id));
  return { project, payments: rows };
}

const taken = alias(invoices, 'taken');
const taking = alias(invoices, 'taking');
const columns = {
  ...{ id: invoices.id, number: invoices.number, issuedOn: invoices.issuedOn, dueOn: invoices.dueOn },
  ...{ currency: invoices.currency, lines: invoices.lines, net: invoices.net, tax: invoices.tax },
  ...{ total: invoices.total, taxName: invoices.taxName, taxRate: invoices.taxRate },
  ...{ seller: invoices.seller, buyer: invoices.buyer, note: invoices.note },
  ...{ corrects: taken.number, correctedBy: taking.number },
};
const select = (db: Db) =>
  db
    .select(columns)
    .from(invoices)
    .leftJoin(taken, eq(taken.id, invoices.corrects))
    .leftJoin(taking, eq(taking.corrects, invoices.id));

/** The project with its invoices, newest first. Throws NotFound. */
export async function listInvoices(db: Db, viewer: Person, projectId: string | undefined) {
  const project = await getProject(db, viewer, projectId);
  const rows = await select(db).where(eq(invoices.projectId, project.id)).orderBy(desc(invoices.number));
  return { project, invoices: rows };
}

/** One invoice of a project by its number, as an address spells it. Throws NotFound. */
export async function getInvoice(
  db: Db,
  viewer: Person,
  projectId: string | undefined,
  number: string | undefined,
) {
  const project = await getProject(db, viewer, projectId);
  return { project, invoice: await invoiceOf(db, project.id, number) };
}

/** The same, for a project that was read already. */
export async function invoiceOf(db: Db, projectId: string, number: string | undefined) {
  const isNumber = /^[1-9]\d{0,8}$/.test(number ?? '');
  const [row] = isNumber
    ? await select(db).where(and(eq(invoices.projectId, projectId), eq(invoices.number, Number(number))))
    : [];
  if (!row) throw new NotFound('This project has no invoice with that number.');
  return row satisfies Invoice;
}

/** What a designer's next invoice says unless they say otherwise. `billed` is what this project's invoices come to before tax. */
export async function getInvoiceDefaults(db: Db, designerId: string, projectId: string) {
  const [book] = await db.select().from(invoiceBooks).where(eq(invoiceBooks.designerId, designerId));
  const [last] = await db
    .select({
      buyer: sql<string | null>`(array_agg(${invoices.buyer} order by ${invoices.number} desc))[1]`,
      billed: sql<number>`coalesce(sum(${invoices.net}), 0)::int`,
    })
    .from(invoices)
    .where(eq(invoices.projectId, projectId));
  const { seller = '', taxName = '', taxRate = 0 } = book ?? {};
  return { seller, taxName, taxRate, buyer: last?.buyer ?? null, billed: last?.billed ?? 0 };
}
