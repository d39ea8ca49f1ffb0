/** What people say about themselves, and may change. */
import { z } from 'zod';
import { isTimeZone } from './time-zones.ts';

/** The publisher, imprint or studio somebody works for or as; empty for nobody but oneself. */
export const organisation = (what: string) =>
  z.string().trim().max(120, `Shorten the name of ${what} to 120 characters`).default('');

/** A text on one line, without control characters, marks that turn the direction of what follows, and what parts letters unseen. */
export const plainLine = (text: string): string =>
  text
    .replace(/[\u200B\u2060\uFEFF]/gu, '')
    .replace(/[\p{Cc}\p{Cs}\s\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .trim();

/** Spaces of all widths, and characters that draw nothing: a name of these would be a link that nobody sees. */
const UNSEEN = /[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Is there anything to see of this name? */
export const isSeen = (name: string): boolean => name.replace(UNSEEN, '') !== '';

/** What somebody is called; `missing` is said when there is nothing to read. */
export const personName = (missing: string) =>
  z
    .string({ error: missing })
    .transform(plainLine)
    // What is left may be nothing, which conform takes for a field that is not there.
    .pipe(z.string({ error: missing }).refine(isSeen, missing).max(80, 'Shorten the name to 80 characters'));

export const PersonDetails = z.object({
  name: personName('Enter your name'),
  timeZone: z.string({ error: 'Choose a time zone' }).refine(isTimeZone, 'Choose a time zone from the list'),
  organisation: organisation('the publisher or studio'),
});
export type PersonDetails = z.output<typeof PersonDetails>;
