import { expect, test } from 'vitest';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDesigner } from '#app/testing/people.ts';
import { aProject } from '#app/testing/projects.ts';
import { listInvoices, getPayments } from '#app/domain/payments/queries.server.ts';
import { invoiceBooks } from '../schema/payments.server.ts';
import { seedBooks } from './books.server.ts';

test('what is approved in sample projects was billed by successive numbers, and adds up to the price', async () => {
  const { db } = await testDatabase();
  await seedBooks(db, new Date());
  const designer = await aDesigner(db);
  const now = new Date('2026-03-01T12:00:00.000Z');
  const [done, begun] = [
    await aProject(db, { designer, state: 'completed', now }),
    await aProject(db, { designer, state: 'wrap', now }),
  ];
  await seedBooks(db, new Date('2026-11-21T12:00:00.000Z'));
  const lists = [await listInvoices(db, designer, done.id), await listInvoices(db, designer, begun.id)];
  const numbers = lists.flatMap(({ invoices }) => invoices.map(({ number }) => number));
  expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  const [all] = lists.map(({ invoices }) => invoices.reduce((sum, { net }) => sum + net, 0));
  expect(all).toBe(done.project.terms.price);
  const { payments } = await getPayments(db, designer, done.id);
  expect(payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(done.project.terms.price);
  const [book] = await db.select().from(invoiceBooks);
  expect(book?.nextNumber).toBe(7);
});
