import type { LoaderFunctionArgs } from '@remix-run/node';
import { getFilePicture } from '../domain/files/queries.server.ts';
import { sizeKeys } from '../domain/images/keys.ts';
import { signedIn } from '../http/gate.server.ts';
import { noPicture, sendPicture } from '../http/private-picture.server.ts';
import { respond } from '../http/respond.server.ts';

/** What a file looks like, in one size and the best format the browser takes, for whoever may have the file. */
export const loader = respond((args: LoaderFunctionArgs) => serve(args).catch(noPicture));

async function serve(args: LoaderFunctionArgs): Promise<Response> {
  const { db, storage, viewer } = await signedIn(args);
  const picture = await getFilePicture(db, viewer, args.params.fileId);
  return sendPicture(storage, sizeKeys(picture, args.params.size, args.request.headers.get('Accept') ?? ''));
}
