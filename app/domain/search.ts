/**
 * Words as `websearch_to_tsquery` can read them. It takes anything, PostgreSQL says, but a row of some thirty
 * hyphens overflows its stack: only a hyphen before a word means "without", so the others go.
 */
export const searchable = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N}\p{M}"'’\s-]+/gu, ' ')
    .replace(/-(?![\p{L}\p{N}]|"[\p{L}\p{N}])/gu, ' ')
    .trim();
