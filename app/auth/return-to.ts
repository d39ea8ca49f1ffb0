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
  if (path.length > LONGEST_RETURN) return fallback;
  return path.startsWith('//') || path.startsWith('/auth/') ? fallback : path;
}

/** The first steps of somebody new, from where they go on to `to`. */
export const welcomePath = (to: string): string =>
  to === '/' ? '/welcome' : `/welcome?to=${encodeURIComponent(to)}`;
