/**
 * Makes the views of a picture that pages show, when a page first asks, and stores them beside its sizes: the edge
 * serves /media from the store, without asking us. A picture has a fixed set of them, each is made once, and only so
 * many pictures at a time: nobody can make the server compute without end by asking.
 *
 * The first to ask waits for it: a median of 0.3 s of one processor, of which 0.05 s hold up the process. Everybody
 * after costs one look into the store.
 */
import { buffer } from 'node:stream/consumers';
import { isKept } from '../domain/images/queries.server.ts';
import { VIEWS, viewFile, type ImageReach, type ViewSubject } from '../domain/images/rules.ts';
import { makeViews, type Parts } from '../imaging/image.server.ts';
import { derivativeKey, viewKey } from '../storage/keys.ts';
import type { Visit } from './gate.server.ts';

export type Viewed = { reach: ImageReach; prefix: string; subject: ViewSubject; parts: Parts };

const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Pictures whose views are made or waited for; for more, a page says to come back. */
const MOST_UNDER_WAY = 8;
/** The smallest is written last: where it is, they all are. */
const LAST = 'thumbnail';
/** Who asks for what is being made already, waits for that. */
const underWay = new Map<string, Promise<boolean>>();

/** → whether the views of a picture are there to be shown; false when its sizes are not, or too many others wait. */
export async function haveViews(visit: Pick<Visit, 'db' | 'storage'>, viewed: Viewed): Promise<boolean> {
  const keys = keysOf(viewed);
  const last = await visit.storage.open(keys[LAST]);
  last?.body.destroy();
  if (last) return true;
  const begun = underWay.get(keys[LAST]);
  if (begun) return begun;
  if (underWay.size >= MOST_UNDER_WAY) return false;
  const making = make(visit, viewed).finally(() => underWay.delete(keys[LAST]));
  underWay.set(keys[LAST], making);
  return making;
}

function keysOf({ reach, prefix, subject }: Viewed) {
  const key = (name: keyof typeof VIEWS) => viewKey(reach, prefix, viewFile(subject, name));
  return { mockup: key('mockup'), grey: key('grey'), [LAST]: key(LAST) };
}

async function make({ db, storage }: Pick<Visit, 'db' | 'storage'>, viewed: Viewed): Promise<boolean> {
  const { reach, prefix, parts } = viewed;
  const source = await storage.open(derivativeKey(reach, prefix, 1280, 'jpeg'));
  if (!source) return false;
  const keys = keysOf(viewed);
  const views = await makeViews(await buffer(source.body), parts);
  for (const name of ['mockup', 'grey', LAST] as const) {
    await storage.put(keys[name], views[name], {
      contentType: `image/${VIEWS[name]}`,
      ...(reach === 'public' && { cacheControl: IMMUTABLE }),
    });
  }
  // Removed while they were made: nothing else knows of them.
  const kept = await isKept(db, prefix);
  if (!kept) await storage.remove(Object.values(keys));
  return kept;
}
