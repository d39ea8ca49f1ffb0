/**
 * Public data for other people's programs. It is about nobody, so any site may read it from a browser, and the edge may
 * keep it.
 */
import { etagOf, isKnown } from './etag.server.ts';

/** What is computed from tables changes with a release, and at most an hour later for everybody. */
const KEPT = 'public, max-age=300, s-maxage=3600, stale-while-revalidate=86400, stale-if-error=86400';
const ANY_SITE = { 'Access-Control-Allow-Origin': '*' };

/** An answer as JSON, with a validator; 304 without it for who has it. */
export function publicJson(request: Request, answer: object): Response {
  const body = `${JSON.stringify(answer)}\n`;
  const etag = etagOf(body);
  const headers = new Headers({ 'Cache-Control': KEPT, ETag: etag, ...ANY_SITE });
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return withBody(body, 200, 'application/json', headers);
}

/** A refusal as RFC 9457 puts it. */
export function publicProblem(problem: { status: number }): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store', ...ANY_SITE });
  return withBody(`${JSON.stringify(problem)}\n`, problem.status, 'application/problem+json', headers);
}

function withBody(body: string, status: number, type: string, headers: Headers): Response {
  headers.set('Content-Type', type);
  // A proxy only compresses what says how long it is.
  headers.set('Content-Length', String(Buffer.byteLength(body)));
  return new Response(body, { status, headers });
}
