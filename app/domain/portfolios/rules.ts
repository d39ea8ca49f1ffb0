/**
 * A portfolio piece: one cover a designer shows, tied to the book it was made for.
 * A piece is a draft that only its owner sees until its book has a title, an author, a genre and a format.
 */
import { z } from 'zod';
import { FORMAT_KEYS, GENRE_KEYS, STYLE_KEYS } from '../covers/rules.ts';

const text = (what: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `Shorten the ${what} to ${max.toLocaleString('en-GB')} characters`);

export const PIECE_ROLES = {
  design: 'Design',
  illustration: 'Illustration',
  design_and_illustration: 'Design and illustration',
  lettering: 'Lettering',
  photography: 'Photography',
  art_direction: 'Art direction',
} as const;
export type PieceRole = keyof typeof PIECE_ROLES;
export const PIECE_ROLE_KEYS = Object.keys(PIECE_ROLES) as [PieceRole, ...PieceRole[]];

/** The details of a piece, as its form sends them. The image is a step of its own. */
export const PieceDetails = z.object({
  title: z
    .string({ error: 'Enter the title of the book' })
    .trim()
    .max(200, 'Shorten the title to 200 characters'),
  author: z
    .string({ error: 'Enter the author’s name' })
    .trim()
    .max(120, 'Shorten the author’s name to 120 characters'),
  publisher: text('publisher', 120).default(''),
  genre: z.enum(GENRE_KEYS, { error: 'Choose a genre' }),
  format: z.enum(FORMAT_KEYS, { error: 'Choose a format' }),
  styles: z.array(z.enum(STYLE_KEYS)).default([]),
  year: z.coerce
    .number({ error: 'Enter a year, such as 2024' })
    .int('Enter a whole year, such as 2024')
    .min(1950, 'Enter a year from 1950')
    .max(2100, 'Enter a year up to 2100')
    .optional(),
  role: z.enum(PIECE_ROLE_KEYS, { error: 'Say what you did' }).default('design'),
  creditLine: text('credit line', 200).default(''),
  altText: text('description of the cover', 400).default(''),
  about: text('text about the cover', 2000).default(''),
});
export type PieceDetails = z.output<typeof PieceDetails>;

/** The same details with gaps: a piece is saved as it is, and stays a draft as long as something is missing. */
export const PieceDraft = PieceDetails.extend({
  title: text('title', 200).default(''),
  author: text('author’s name', 120).default(''),
  genre: z.enum(GENRE_KEYS, { error: 'Choose a genre' }).optional(),
  format: z.enum(FORMAT_KEYS, { error: 'Choose a format' }).optional(),
});
export type PieceDraft = z.output<typeof PieceDraft>;

/** The ways a piece moves in its designer's order. */
export const MOVES = { first: 'First', up: 'Earlier', down: 'Later', last: 'Last' } as const;
export type Move = keyof typeof MOVES;

/** Where a move leads from `position`, of `count` pieces numbered from 1. */
export function targetOf(move: Move, position: number, count: number): number {
  const target = { first: 1, up: position - 1, down: position + 1, last: count }[move];
  return Math.min(Math.max(target, 1), Math.max(count, 1));
}

/** How many of their own pieces a designer sees on one page. */
export const OWN_PAGE = 24;
/** The page of one's own portfolio that a position is on, from 1. */
export const ownPageOf = (position: number): number => Math.max(1, Math.ceil(position / OWN_PAGE));

/** What a piece still needs before publishers see it, by field; empty when it is public. */
export function missingToShow(piece: {
  title: string;
  author: string;
  genre?: string | null | undefined;
  format?: string | null | undefined;
}) {
  const missing: { field: string; message: string }[] = [];
  if (!piece.title) missing.push({ field: 'title', message: 'Enter the title of the book' });
  if (!piece.author) missing.push({ field: 'author', message: 'Enter the author’s name' });
  if (!piece.genre) missing.push({ field: 'genre', message: 'Choose a genre' });
  if (!piece.format) missing.push({ field: 'format', message: 'Choose a format' });
  return missing;
}
