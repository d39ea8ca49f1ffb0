import type { LoaderFunctionArgs } from '@remix-run/node';
import { getReferencePicture } from '../domain/briefs/queries.server.ts';
import { sizeKeys } from '../domain/images/keys.ts';
import { anyone } from '../http/gate.server.ts';
import { noPicture, sendPicture } from '../http/private-picture.server.ts';
import { respond } from '../http/respond.server.ts';

/** One size of a reference picture, in the best format the browser takes, for whoever may read the brief. */
export const loader = respond((args: LoaderFunctionArgs) => serve(args).catch(noPicture));

async function serve(args: LoaderFunctionArgs): Promise<Response> {
  const { db, storage, viewer } = await anyone(args);
  const { briefId, referenceId, size } = args.params;
  const picture = await getReferencePicture(db, viewer, briefId, referenceId);
  return sendPicture(storage, sizeKeys(picture, size, args.request.headers.get('Accept') ?? ''));
}
