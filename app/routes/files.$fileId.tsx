import type { LoaderFunctionArgs } from '@remix-run/node';
import { getFile } from '../domain/files/queries.server.ts';
import { sendFile } from '../http/files.server.ts';
import { signedIn } from '../http/gate.server.ts';
import { noPicture } from '../http/private-picture.server.ts';
import { respond } from '../http/respond.server.ts';

/** A file that was sent, to be saved, for whoever may have it. */
export const loader = respond((args: LoaderFunctionArgs) => serve(args).catch(noPicture));

async function serve(args: LoaderFunctionArgs): Promise<Response> {
  const { db, storage, viewer } = await signedIn(args);
  return sendFile(args.request, storage, await getFile(db, viewer, args.params.fileId));
}
