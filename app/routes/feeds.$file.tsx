import type { LoaderFunctionArgs } from '@remix-run/node';
import { atomFeed } from '../documents/atom.server.ts';
import { NotFound } from '../domain/errors.ts';
import { findNewest } from '../domain/saves/finds.server.ts';
import { ASKED, FEED_ENTRIES, feedHref, searchHref, searchWords } from '../domain/saves/searches.ts';
import { handOut, readOnly } from '../http/download.server.ts';
import { feedAnswer } from '../http/feed.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { feeding } from '../http/gate.server.ts';
import { oneOfParam } from '../http/query.ts';

/** What a list that is empty was begun with: any moment, always the same. */
const BEGAN = new Date('2026-01-01T00:00:00Z');

/** /feeds/briefs.atom, designers.atom and covers.atom, with the parameters of the list: the newest that it finds. */
export const loader = handOut(async (args: LoaderFunctionArgs) => {
  const { db, config, now } = await feeding(args);
  const [, name = null] = /^(\w+)\.atom$/.exec(args.params['file'] ?? '') ?? [];
  const kind = oneOfParam(name, ASKED);
  if (!kind) throw new NotFound('There is no such feed.');
  const params = new URL(args.request.url).searchParams;
  const wanted = { limit: FEED_ENTRIES, today: todayFor(null, now), say: wordsFor(null) };
  const feed = atomFeed({
    ...{ origin: config.origin, title: `Dustjacket: ${searchWords(kind, params)}`, began: BEGAN },
    ...{ self: feedHref(kind, params), list: searchHref(kind, params) },
    entries: await findNewest(db, kind, params, wanted),
  });
  return feedAnswer(args.request, feed, 'public');
}, 'This feed cannot be read');

export const action = readOnly;
