import type { LoaderFunctionArgs } from '@remix-run/node';
import { atomFeed } from '../documents/atom.server.ts';
import { findNewest } from '../domain/saves/finds.server.ts';
import { getSearchByKey } from '../domain/saves/search-queries.server.ts';
import { FEED_ENTRIES, keyFeedHref, paramsOf, searchWords } from '../domain/saves/searches.ts';
import { handOut, readOnly } from '../http/download.server.ts';
import { feedAnswer } from '../http/feed.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { feeding } from '../http/gate.server.ts';

/** /feeds/searches/KEY.atom: what a saved search finds, for whoever has its address, and not a word of whose it is. */
export const loader = handOut(async (args: LoaderFunctionArgs) => {
  const { db, config, now } = await feeding(args);
  const [, key] = /^([^.]+)\.atom$/.exec(args.params['file'] ?? '') ?? [];
  const { kind, query, feedKey, createdAt } = await getSearchByKey(db, key);
  const params = paramsOf(query);
  const wanted = { limit: FEED_ENTRIES, today: todayFor(null, now), say: wordsFor(null) };
  const feed = atomFeed({
    ...{ origin: config.origin, title: `Dustjacket: ${searchWords(kind, params)}`, began: createdAt },
    ...{ self: keyFeedHref(feedKey), list: query, entries: await findNewest(db, kind, params, wanted) },
  });
  return feedAnswer(args.request, feed, 'private');
}, 'This feed cannot be read');

export const action = readOnly;
