/**
 * Readers of single fields, shared by forms: what comes out is what is stored, and null or '' when nothing was typed.
 * Messages say how to mend what is refused, with an example.
 */
import { z } from 'zod';
import { parseWhole } from '../covers/lengths.ts';
import { parseDay, parseMoney } from './typed.ts';

const count = (n: number) => n.toLocaleString('en-GB');

/** Text as typed, with plain line ends; empty when nothing was. */
export const text = (max: number) =>
  z
    .string()
    .optional()
    .transform((typed = '', ctx) => {
      const clean = typed.replace(/\r\n?/g, '\n').trim();
      if (clean.length > max)
        ctx.addIssue(`Use ${count(max)} characters or fewer; there are ${count(clean.length)}`);
      return clean;
    });

/** Something typed that has to be read; null when nothing was. */
export const read = <Value>(parse: (typed: string) => Value | null, message: string) =>
  z
    .string()
    .optional()
    .transform((typed = '', ctx): Value | null => {
      if (typed.trim() === '') return null;
      const value = parse(typed);
      if (value === null) ctx.addIssue(message);
      return value;
    });

/** One of a closed list, or null. */
export const oneOf = <Key extends string>(list: Record<Key, string>) =>
  z
    .enum(Object.keys(list) as [Key, ...Key[]], { error: 'Choose one of the list' })
    .optional()
    .transform((value) => value ?? null);

export const day = (example: string) =>
  read(parseDay, `Enter a day that is on the calendar, such as ${example}`);
export const whole = (least: number, most: number, what: string) =>
  read(
    (typed) => parseWhole(typed, least, most),
    `Enter ${what} as a whole number from ${least} to ${count(most)}`,
  );
export const money = () => read(parseMoney, 'Enter an amount, such as 800 or 1,200.50');
