/** Browsers' words for a page that is fetched before anybody has asked for it. */
const EARLY = ['Sec-Purpose', 'Purpose', 'X-Purpose', 'X-Moz'];

/**
 * Does somebody look at the page that this request gets? Not when a browser fetches it beforehand, in case it is wanted, and
 * not when anything but a window asks. What says nothing of itself, such as a text browser, is a reader's.
 */
export function isLookedAt({ method, headers }: Request): boolean {
  if (method !== 'GET') return false;
  if (EARLY.some((name) => /prefetch|preview|prerender/i.test(headers.get(name) ?? ''))) return false;
  return (headers.get('Sec-Fetch-Dest') ?? 'document') === 'document';
}
