/**
 * Serves the sizes of public pictures. Their names say their content, so they may be kept for ever. It answers
 * programs, not readers: plain text for what is not there, and never any other file.
 */
import { createReadableStreamFromReadable } from '@remix-run/node';
import { services } from '../services.server.ts';
import { isPublicKey } from '../storage/keys.ts';
import { StorageUnavailable } from '../storage/storage.ts';
import { isKnown } from './etag.server.ts';
import type { Args } from './gate.server.ts';

const plain = (status: number, text: string, headers: Record<string, string> = {}) =>
  new Response(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  });

/** The file under `media/<name>`. Asks no viewer: what is here, anyone may see, and a page holds twelve of it. */
export async function serveMedia({ request, context }: Args, name: string): Promise<Response> {
  const key = `media/${name}`;
  if (!isPublicKey(key)) return plain(404, 'There is no such picture.\n');
  try {
    return await serve(request, key);
  } catch (fault) {
    if (!(fault instanceof StorageUnavailable)) throw fault;
    services().log.error({ err: fault, requestId: context.requestId }, 'outage');
    return plain(503, 'Pictures cannot be reached at the moment.\n', { 'Retry-After': '30' });
  }
}

async function serve(request: Request, key: string): Promise<Response> {
  const file = await services().storage.open(key);
  if (!file) return plain(404, 'There is no such picture.\n');
  // The size is part of it because the worker writes the preview at 320 anew.
  const etag = `"${key.slice('media/'.length).replace(/[/.]/g, '-')}-${file.size}"`;
  const headers = new Headers({
    'Content-Type': file.contentType,
    'Cache-Control': 'public, max-age=31536000, immutable',
    ETag: etag,
    // Saved, it is called by its size: the key says nothing to people, and no name that somebody typed is used.
    'Content-Disposition': `inline; filename="${key.slice(key.lastIndexOf('/') + 1)}"`,
    // nosniff and Cross-Origin-Resource-Policy come from the server: a second one of the same would void it.
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  const known = isKnown(request, etag);
  if (!known) headers.set('Content-Length', String(file.size));
  if (known || request.method === 'HEAD') {
    file.body.destroy();
    return new Response(null, { status: known ? 304 : 200, headers });
  }
  return new Response(createReadableStreamFromReadable(file.body), { headers });
}
