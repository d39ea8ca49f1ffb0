/** Files for somebody to keep, most of them made on the spot. There is no page around one, so what is refused is a plain one. */
import { DomainError } from '../domain/errors.ts';
import { services } from '../services.server.ts';
import { etagOf, isKnown } from './etag.server.ts';
import type { Args } from './gate.server.ts';
import { PRIVATE_PAGE } from './headers.server.ts';
import { TooOften } from './refusal.ts';
import { isOutage } from './respond.server.ts';

/** `name` is of letters, digits, dots and hyphens alone. A private one is for whoever asked, and no cache between. */
export type Download = { name: string; contentType: string; bytes: Buffer; isPrivate?: boolean };

/** What a template is of is all in its address. Still no longer than a day: a printer may change its numbers. */
const KEPT = 'public, max-age=3600, s-maxage=86400, stale-if-error=86400';

/** What cannot be made as it was asked for, why, and where to ask for something else. */
export class Unmakeable extends Error {
  readonly reasons: readonly string[];
  readonly back: string;
  constructor(reasons: readonly string[], back: string) {
    super('unmakeable');
    this.reasons = reasons;
    this.back = back;
  }
}

/** Wraps a loader that makes a file, the same whenever the same is asked for. */
export const download = <A extends Args>(make: (args: A) => Promise<Download>) =>
  handOut(async (args: A) => sent(args.request, await make(args)), 'This file cannot be made');

/** Wraps a loader that answers with a file. What it throws becomes a page. */
export function handOut<A extends Args>(
  answer: (args: A) => Promise<Response>,
  title = 'This file cannot be handed out',
) {
  return async (args: A): Promise<Response> => {
    try {
      return await answer(args);
    } catch (thrown) {
      if (thrown instanceof Unmakeable) return plainPage(422, thrown.reasons, thrown.back);
      if (thrown instanceof DomainError) return plainPage(thrown.status, [thrown.message], '/', title);
      if (thrown instanceof TooOften) return tooOften(thrown);
      if (isOutage(thrown)) return outage(thrown, args);
      throw thrown;
    }
  };
}

/** The action beside such a loader: a file takes no form. */
export const readOnly = async (): Promise<Response> =>
  plainPage(405, ['This address can be read, but nothing can be sent to it.'], '/');

function sent(request: Request, { name, contentType, bytes, isPrivate }: Download): Response {
  const etag = etagOf(bytes);
  const headers = new Headers({
    ...{ 'Content-Type': contentType, 'Cache-Control': isPrivate ? PRIVATE_PAGE : KEPT, ETag: etag },
    'Content-Disposition': `attachment; filename="${name}"`,
    // Nothing in it runs if a browser shows it after all; nosniff comes from the server.
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  headers.set('Content-Length', String(bytes.byteLength));
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers });
}

function tooOften({ seconds, when }: TooOften): Response {
  const page = plainPage(429, [`You have asked for many files in a short time. Try again ${when}.`], '/');
  page.headers.set('Retry-After', String(seconds));
  return page;
}

function outage(fault: unknown, { context: { requestId, traceId } }: Args): Response {
  services().log.error({ err: fault, requestId, traceId }, 'outage');
  const page = plainPage(
    503,
    ['A part of Dustjacket cannot be reached at the moment. Try again in a moment.'],
    '/',
  );
  page.headers.set('Retry-After', '30');
  return page;
}

/** No style, no script, nothing to fetch: what is to be said, and the way back. */
function plainPage(
  status: number,
  sentences: readonly string[],
  back: string,
  title = 'This file cannot be made',
): Response {
  const html = `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Dustjacket</title>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n      ')}
      <p><a href="${escaped(back)}">${back === '/' ? 'To Dustjacket' : 'Change what was asked for'}</a></p>
    </main>
  </body>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      ...{ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
      'Content-Length': String(Buffer.byteLength(html)),
    },
  });
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
