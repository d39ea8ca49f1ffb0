/** What people say about themselves, and may change. */
import { z } from 'zod';
import { isTimeZone } from './time-zones.ts';

/** The publisher, imprint or studio somebody works for or as; empty for nobody but oneself. */
export const organisation = (what: string) =>
  z.string().trim().max(120, `Shorten the name of ${what} to 120 characters`).default('');

/** A text on one line, without control characters, invisible ones and marks that turn the direction of what follows. */
export const plainLine = (text: string): string =>
  text
    .replace(/[\u200B\u2060\uFEFF]/gu, '')
    .replace(/[\p{Cc}\p{Cs}\s\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .trim();

/** A name as others read it. `missing` is said where there is none. */
export const personName = (missing: string) =>
  z
    .string({ error: missing })
    .transform(plainLine)
    // What is left may be nothing, which conform takes for a field that is not there.
    .pipe(z.string({ error: missing }).min(1, missing).max(80, 'Shorten the name to 80 characters'));

export const PersonDetails = z.object({
  name: personName('Enter your name'),
  timeZone: z.string({ error: 'Choose a time zone' }).refine(isTimeZone, 'Choose a time zone from the list'),
  organisation: organisation('the publisher or studio'),
});
export type PersonDetails = z.output<typeof PersonDetails>;
