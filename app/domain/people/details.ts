/** What people say about themselves, and may change. */
import { z } from 'zod';
import { isTimeZone } from './time-zones.ts';

/** The publisher, imprint or studio somebody works for or as; empty for nobody but oneself. */
export const organisation = (what: string) =>
  z.string().trim().max(120, `Shorten the name of ${what} to 120 characters`).default('');

export const PersonDetails = z.object({
  name: z
    .string({ error: 'Enter your name' })
    .trim()
    .min(1, 'Enter your name')
    .max(80, 'Shorten the name to 80 characters'),
  timeZone: z.string({ error: 'Choose a time zone' }).refine(isTimeZone, 'Choose a time zone from the list'),
  organisation: organisation('the publisher or studio'),
});
export type PersonDetails = z.output<typeof PersonDetails>;
