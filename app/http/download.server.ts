/** Files that are made on the spot for somebody to keep. There is no page around one, so what is refused is a plain one. */
import { DomainError } from '../domain/errors.ts';
import { etagOf, isKnown } from './etag.server.ts';
import type { Args } from './gate.server.ts';
import { TooOften } from './refusal.ts';

/** `name` is of letters, digits, dots and hyphens alone. */
export type Download = { name: string; contentType: string; bytes: Buffer };

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

/** Wraps a loader that makes a file, the same for everyone who asks for the same. */
export function download<A extends Args>(make: (args: A) => Promise<Download>) {
  return async (args: A): Promise<Response> => {
    try {
      return sent(args.request, await make(args));
    } catch (thrown) {
      if (thrown instanceof Unmakeable) return plainPage(422, thrown.reasons, thrown.back);
      if (thrown instanceof DomainError) return plainPage(thrown.status, [thrown.message], '/');
      if (thrown instanceof TooOften) return tooOften(thrown);
      throw thrown;
    }
  };
}

/** The action beside such a loader: a file takes no form. */
export const readOnly = async (): Promise<Response> =>
  plainPage(405, ['This address can be read, but nothing can be sent to it.'], '/');

function sent(request: Request, { name, contentType, bytes }: Download): Response {
  const etag = etagOf(bytes);
  const headers = new Headers({
    ...{ 'Content-Type': contentType, 'Cache-Control': KEPT, ETag: etag },
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

/** No style, no script, nothing to fetch: what is to be said, and the way back. */
function plainPage(status: number, sentences: readonly string[], back: string): Response {
  const html = `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="color-scheme" content="light dark" />
    <title>This file cannot be made · Dustjacket</title>
  </head>
  <body>
    <main>
      <h1>This file cannot be made</h1>
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
