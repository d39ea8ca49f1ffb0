/** Covers by their addresses, for tests and measurements of what is made from them. */
import { readAsk } from '#app/domain/covers/ask.ts';
import { sheetOf, type Sheet } from '#app/domain/covers/sheet.ts';

export const PAPERBACK = 'printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=200';
export const HARDCOVER = 'printer=kdp&format=hardcover_case&trim=7x10&paper=white&pages=120';
export const THIN = 'printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=24';
export const EBOOK = 'printer=kdp&format=ebook_front';
export const AUDIOBOOK = 'printer=acx&format=audiobook_square';

/** What an address asks for. Throws when it is refused. */
export function asked(query: string) {
  const ask = readAsk(new URLSearchParams(query));
  if (!ask.ok) throw new Error(ask.problems.map(({ reason }) => reason).join(' '));
  return ask;
}
export const sheet = (query: string): Sheet => sheetOf(asked(query));
