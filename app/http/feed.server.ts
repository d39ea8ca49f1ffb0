/** Feeds for other people's readers: an address anybody may ask, a validator, and how long who may keep the answer. */
import { etagOf, isKnown } from './etag.server.ts';

/** Of everybody's lists: the edge keeps them. Behind a key of somebody's: only who asked. */
const KEPT = {
  public: 'public, max-age=300, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400',
  private: 'private, max-age=300',
} as const;

/** A feed as an answer; 304 without it for who has it. */
export function feedAnswer(request: Request, body: string, reach: keyof typeof KEPT): Response {
  const etag = etagOf(body);
  const headers = new Headers({ 'Cache-Control': KEPT[reach], ETag: etag });
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', 'application/atom+xml; charset=utf-8');
  // A proxy only compresses what says how long it is.
  headers.set('Content-Length', String(Buffer.byteLength(body)));
  return new Response(body, { headers });
}
