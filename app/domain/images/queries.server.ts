import { sql } from 'drizzle-orm';
import { images } from '#db/schema/images.server.ts';

/**
 * What there is to show of a picture: every size, the one preview that was made while it was received, or
 * nothing (a sample cover that is not drawn yet, or a picture the worker could not read).
 */
export type PictureState = 'ready' | 'preview' | 'none';
/** Width and height are the original's, in pixels, upright. */
export type Picture = { prefix: string; width: number; height: number; state: PictureState };

/** The columns of a picture, for a query that joins `images`. */
export const pictureColumns = {
  prefix: images.prefix,
  width: images.width,
  height: images.height,
  state: sql<PictureState>`case when ${images.state} = 'ready' then 'ready'
    when ${images.state} = 'preparing' and ${images.originalKey} is not null then 'preview' else 'none' end`.as(
    'picture_state',
  ),
};
