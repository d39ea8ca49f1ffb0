/** The piece of a text in which searched words were found, and where they are in it. */
import { searchable } from '../search.ts';

/** Characters before the first word that was found, and after it. */
const [BEFORE, AFTER] = [60, 200];

/** The words somebody searches for; not those they want to do without, and not the “or” between two. */
const wordsOf = (q: string): string[] =>
  searchable(q)
    .split(/\s+/)
    .filter((word) => !word.startsWith('-') && word.toLowerCase() !== 'or')
    .flatMap((word) => word.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);

/** → parts of the text, every second one a word that was found; the whole beginning when none is to be seen. */
export function glimpseOf(text: string, q: string): string[] {
  const flat = text.replace(/\s+/g, ' ');
  const words = wordsOf(q).join('|');
  // Whole words only: "art" is not found in "heart".
  const found = words && new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(${words})(?![\\p{L}\\p{N}\\p{M}])`, 'giu');
  const first = found ? Math.max(0, flat.search(found)) : 0;
  const from = first <= BEFORE ? 0 : flat.indexOf(' ', first - BEFORE) + 1 || first;
  const rest = flat.slice(from);
  const short = rest.length <= AFTER ? rest : rest.slice(0, rest.lastIndexOf(' ', AFTER) + 1 || AFTER);
  const shown = (from > 0 ? '… ' : '') + short.trimEnd() + (short.length < rest.length ? ' …' : '');
  return found ? shown.split(found) : [shown];
}
