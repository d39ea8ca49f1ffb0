/** What there is to see of a cover, worked out from its format and the shape of its picture. Pure. */
import type { ViewSubject } from '../images/rules.ts';
import { partsOf, subjectOf, type Parts } from './parts.ts';
import { printedAs, type Printed } from './printed.ts';
import type { Format } from './rules.ts';

export type Look = {
  subject: ViewSubject;
  parts: Parts;
  /** Height over width of the front. */
  ratio: number;
  /** What a shop says under the title; the price is what such a thing mostly costs. */
  offer: string;
  /** Is there a book to hold? Of a recording there is none. */
  book: boolean;
  /** Of a whole cover: what it was printed to. */
  printed: Printed | null;
};

const OFFERS: Record<Format, string> = {
  ebook_front: 'Ebook £4.99',
  paperback_wrap: 'Paperback £9.99',
  hardcover_case: 'Hardback £18.99',
  audiobook_square: 'Audiobook £12.99',
  custom: '£9.99',
};

type Piece = { format: Format | null; picture: { width: number; height: number } };

/** `params` say what a whole cover was printed to, in the calculator's words. */
export function lookOf({ format, picture }: Piece, params: URLSearchParams): Look {
  const subject = subjectOf(format, picture);
  const parts = partsOf(subject, picture);
  const { w, h } = parts.front;
  return {
    ...{ subject, parts, ratio: (h * picture.height) / (w * picture.width) },
    offer: OFFERS[format ?? 'custom'],
    book: format !== 'audiobook_square',
    printed: format && subject !== 'front' ? printedAs(format, picture, params) : null,
  };
}
