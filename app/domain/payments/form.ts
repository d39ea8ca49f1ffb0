/** What the forms of payments and invoices may say. */
import { z } from 'zod';
import { day, money, read, text } from '../briefs/readers.ts';

/** The same reader, for an answer that has to be there. */
const required = <Value>(reader: z.ZodType<Value | null>, message: string) =>
  reader.transform((value, ctx): NonNullable<Value> => {
    if (value !== null && value !== undefined && value !== '') return value;
    ctx.addIssue(message);
    return z.NEVER;
  });

/** To the designer, as the price; or back to the publisher. */
export const DIRECTIONS = { paid: 'To the designer', returned: 'Back to the publisher' } as const;

/** `today` is whoever's it is that fills it in: money does not come from the future. */
export const paymentForm = (today: string) =>
  z.object({
    direction: z.enum(['paid', 'returned'], { error: 'Say which way the money went' }),
    amount: required(money(), 'Enter the amount'),
    paidOn: required(day(today), 'Enter the day on which it was paid').refine(
      (paidOn) => paidOn <= today,
      'Enter a day that is not in the future',
    ),
    note: text(500),
  });
export type PaymentValues = z.output<ReturnType<typeof paymentForm>>;

/** "19", "8.1 %", "7,7%" → hundredths of a percent; null for anything else, and for more than 50. */
export function parseRate(typed: string): number | null {
  const match = /^\s*(\d{1,2})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(typed);
  if (!match) return null;
  const rate = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return rate <= 50_00 ? rate : null;
}

/** 810 → "8.1". */
export const typedRate = (rate: number): string => String(rate / 100);

export const LINES = [1, 2, 3, 4] as const;
type LineNumber = (typeof LINES)[number];
type LineFields<Text, Amount> = Record<`text${LineNumber}`, Text> & Record<`amount${LineNumber}`, Amount>;

const lineFields = Object.fromEntries(
  LINES.flatMap((n) => [
    [`text${n}`, text(300)],
    [`amount${n}`, money()],
  ]),
) as LineFields<ReturnType<typeof text>, ReturnType<typeof money>>;

export const invoiceForm = (today: string) =>
  z
    .object({
      ...lineFields,
      seller: required(text(1000), 'Enter your name and address, as the invoice has to show them'),
      buyer: required(text(1000), 'Enter the name and address of whoever pays'),
      taxName: text(40),
      taxRate: read(parseRate, 'Enter the rate in percent, such as 19 or 8.1').transform((rate) => rate ?? 0),
      dueOn: required(day(today), 'Enter the day by which it is to be paid').refine(
        (dueOn) => dueOn >= today,
        'Enter today or a later day',
      ),
      note: text(2000),
    })
    .transform(({ seller, buyer, taxName, taxRate, dueOn, note, ...typed }, ctx) => {
      const say = (field: string, message: string) =>
        ctx.addIssue({ code: 'custom', path: [field], message, input: typed });
      const lines = LINES.flatMap((n) => {
        const [what, amount] = [typed[`text${n}`], typed[`amount${n}`]];
        if (what && amount === null) say(`amount${n}`, 'Enter the amount of this line');
        if (!what && amount !== null) say(`text${n}`, 'Say what this amount is for');
        return what && amount !== null ? [{ text: what, amount }] : [];
      });
      const isEmpty = LINES.every((n) => !typed[`text${n}`] && typed[`amount${n}`] === null);
      if (isEmpty) say('text1', 'Enter at least one line');
      if (taxRate > 0 && !taxName) say('taxName', 'Enter what the tax is called, such as VAT');
      return { lines, seller, buyer, taxName, taxRate, dueOn, note };
    });
export type InvoiceValues = z.output<ReturnType<typeof invoiceForm>>;

export const CorrectionForm = z.object({
  reason: required(text(500), 'Say why you take this invoice back'),
});
