import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { getReferencePicture } from '../domain/briefs/queries.server.ts';
import { referenceKeys } from '../domain/briefs/references.server.ts';
import { NotFound } from '../domain/errors.ts';
import { anyone } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';

/** A day: the address names one picture for ever, and only this reader's browser keeps it. */
const KEEP = 'private, max-age=86400';
/** While the worker makes the sizes, a small preview stands in for each of them. */
const KEEP_PREVIEW = 'private, max-age=10';

/** A picture has no page to say that it is missing on: plain text, for whoever opens its address. */
function refused(fault: unknown): Response {
  if (!(fault instanceof NotFound)) throw fault;
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  return new Response(`${fault.message}\n`, { status: 404, headers });
}

/** One size of a reference picture, in the best format the browser takes, for whoever may read the brief. */
export const loader = respond((args: LoaderFunctionArgs) => serve(args).catch(refused));

async function serve(args: LoaderFunctionArgs): Promise<Response> {
  const { db, storage, viewer } = await anyone(args);
  const { briefId, referenceId, size } = args.params;
  const picture = await getReferencePicture(db, viewer, briefId, referenceId);
  for (const { key, preview } of referenceKeys(picture, size, args.request.headers.get('Accept') ?? '')) {
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
