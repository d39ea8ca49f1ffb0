/** Hands out a private picture, for a page that has asked the database whether this viewer may see it. */
import { createReadableStreamFromReadable } from '@remix-run/node';
import { NotFound } from '../domain/errors.ts';
import type { Storage } from '../storage/storage.ts';

/** A day: the address names one picture for ever, and only this reader's browser keeps it. */
const KEEP = 'private, max-age=86400';
/** While the worker makes the sizes, a small preview stands in for each of them. */
const KEEP_PREVIEW = 'private, max-age=10';

/** The first that is there of these keys, best first. */
export async function sendPicture(
  storage: Storage,
  keys: readonly { key: string; preview: boolean }[],
): Promise<Response> {
  for (const { key, preview } of keys) {
    const file = await storage.open(key);
    if (!file) continue;
    return new Response(createReadableStreamFromReadable(file.body), {
      headers: {
        'Content-Type': file.contentType,
        'Content-Length': String(file.size),
        'Cache-Control': preview ? KEEP_PREVIEW : KEEP,
        'Content-Disposition': `inline; filename="${key.slice(key.lastIndexOf('/') + 1)}"`,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        // nosniff comes from the server: a second one of the same would void it.
        Vary: 'Accept, Cookie',
      },
    });
  }
  throw new NotFound('This picture is not ready yet.');
}

/** A picture has no page to say that it is missing on: plain text, for whoever opens its address. */
export function noPicture(fault: unknown): Response {
  if (!(fault instanceof NotFound)) throw fault;
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  return new Response(`${fault.message}\n`, { status: 404, headers });
}
