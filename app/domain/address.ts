/**
 * Lists keep their state in the address: one search parameter for each filter, in a fixed order, nothing
 * for a filter that is off. Unknown names and values are ignored, never refused.
 */
export type Params = Record<string, string | null | undefined>;

/** A path with the parameters that have a value. */
export function hrefWith(path: string, params: Params): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The value of a parameter when it is a key of the list, else undefined. */
export function oneOfParam<Key extends string>(
  value: string | null,
  list: Record<Key, unknown>,
): Key | undefined {
  return value !== null && Object.hasOwn(list, value) ? (value as Key) : undefined;
}

/** Words to search for: trimmed, without control characters, at most 200 characters; empty when there are none. */
export const wordsParam = (value: string | null): string =>
  (value ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200);
