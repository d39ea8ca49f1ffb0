import { sql } from 'drizzle-orm';
import { images } from '#db/schema/images.server.ts';
import type { PictureState } from './picture.ts';

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
