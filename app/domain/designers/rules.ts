/**
 * A designer as publishers find them: a public profile with what they draw, for whom, when and for how much.
 */
import { z } from 'zod';
import { FORMAT_KEYS, GENRE_KEYS, STYLE_KEYS } from '../covers/rules.ts';
import { personName } from '../people/details.ts';

export const AVAILABILITY = {
  now: 'Available now',
  soon: 'Available within a month',
  closed: 'Booked for now',
} as const;
export type Availability = keyof typeof AVAILABILITY;
export const AVAILABILITY_KEYS = Object.keys(AVAILABILITY) as [Availability, ...Availability[]];

/** What one finished front cover usually costs, in the currency the designer works in. */
export const PRICE_BANDS = {
  under_300: 'Under 300',
  from_300: '300 to 600',
  from_600: '600 to 1,200',
  over_1200: 'Over 1,200',
} as const;
export type PriceBand = keyof typeof PRICE_BANDS;
export const PRICE_BAND_KEYS = Object.keys(PRICE_BANDS) as [PriceBand, ...PriceBand[]];

const listOf = <Key extends string>(keys: readonly [Key, ...Key[]], error: string) =>
  z.array(z.enum(keys, { error })).default([]);

export const DesignerProfile = z.object({
  name: personName('Enter the name publishers will see'),
  headline: z.string().trim().max(140, 'Shorten the headline to 140 characters').default(''),
  bio: z.string().trim().max(4000, 'Shorten what you say about you to 4,000 characters').default(''),
  location: z.string().trim().max(80, 'Shorten the place to 80 characters').default(''),
  genres: listOf(GENRE_KEYS, 'Choose the genres from the list'),
  styles: listOf(STYLE_KEYS, 'Choose the styles from the list'),
  formats: listOf(FORMAT_KEYS, 'Choose the formats from the list'),
  availability: z.enum(AVAILABILITY_KEYS, { error: 'Choose whether you have time' }).default('now'),
  priceBand: z
    .enum(PRICE_BAND_KEYS, { error: 'Choose a price from the list' })
    .optional()
    .transform((band) => band ?? null),
});
export type DesignerProfile = z.output<typeof DesignerProfile>;

/** A name as the last part of a URL: lower case, plain letters, hyphens; never empty. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain || 'designer';
}
