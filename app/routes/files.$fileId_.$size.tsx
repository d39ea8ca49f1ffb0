import type { LoaderFunctionArgs } from '@remix-run/node';
import { getFilePicture } from '../domain/files/queries.server.ts';
import { privateViewKey, sizeKeys } from '../domain/images/keys.ts';
import { signedIn } from '../http/gate.server.ts';
import { noPicture, sendPicture } from '../http/private-picture.server.ts';
import { respond } from '../http/respond.server.ts';

/** What a file looks like, in one size or as one of its views, for whoever may have the file. */
export const loader = respond((args: LoaderFunctionArgs) => serve(args).catch(noPicture));

async function serve(args: LoaderFunctionArgs): Promise<Response> {
  const { db, storage, viewer } = await signedIn(args);
  const picture = await getFilePicture(db, viewer, args.params.fileId);
  const { size } = args.params;
  const view = privateViewKey(picture.prefix, size);
  if (view) return sendPicture(storage, [{ key: view, preview: false }]);
  return sendPicture(storage, sizeKeys(picture, size, args.request.headers.get('Accept') ?? ''));
}
