import type { LoaderFunctionArgs } from '@remix-run/node';
import { getFile } from '../domain/files/queries.server.ts';
import { handOut } from '../http/download.server.ts';
import { sendFile } from '../http/files.server.ts';
import { signedIn } from '../http/gate.server.ts';

/** A file that was sent, to be saved, for whoever may have it. */
export const loader = handOut(async (args: LoaderFunctionArgs) => {
  const { db, storage, viewer } = await signedIn(args);
  return sendFile(args.request, storage, await getFile(db, viewer, args.params['fileId']));
});
