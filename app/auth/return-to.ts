/** Longer ones do not fit into a header, encoded. */
export const LONGEST_RETURN = 2000;

/**
 * A path of ours that a person came from, taken from a query or a form. Parsed, not matched: browsers read
 * `/\evil.com` and `//evil.com` as another origin. The steps of signing in are no place to come back to.
 * → path with query, or `fallback`.
 */
export function safeReturnTo(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > LONGEST_RETURN) return fallback;
  const base = 'https://dustjacket.invalid';
  const url = URL.parse(value, base);
  if (!url || url.origin !== base) return fallback;
  const path = url.pathname + url.search;
  // Taking dots away can make a path of another host: `/.//evil.com` becomes `//evil.com`.
  return path.startsWith('//') || path.startsWith('/auth/') ? fallback : path;
}
