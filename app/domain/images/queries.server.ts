import { eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
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

/** Is there still a picture whose files lie under this prefix? For what is made of it meanwhile. */
export async function isKept(db: Db, prefix: string): Promise<boolean> {
  const [image] = await db.select({ id: images.id }).from(images).where(eq(images.prefix, prefix));
  return image !== undefined;
}
