import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FREQUENCY_WORDS } from '../domain/saves/rules.ts';
import { listSearches } from '../domain/saves/search-queries.server.ts';
import { keyFeedHref, MOST_SEARCHES, paramsOf, searchWords } from '../domain/saves/searches.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { SavedTabs, SearchList } from '../ui/searches.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Saved searches · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const say = wordsFor(viewer);
  const searches = await listSearches(db, viewer);
  return {
    designs: viewer.role === 'designer',
    rows: searches.map(({ id, name, kind, query, frequency, feedKey, toldAt }) => ({
      ...{ id, name, list: query, words: searchWords(kind, paramsOf(query)), feed: keyFeedHref(feedKey) },
      ...{ often: FREQUENCY_WORDS[frequency], told: toldAt && say.date(toldAt) },
    })),
  };
});

export default function SavedSearches() {
  const { designs, rows } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead
        title="Saved searches"
        lede={`What is new in them comes by mail, if you like, and each has a feed. Up to ${MOST_SEARCHES}.`}
      />
      <SavedTabs current="/saved/searches" designs={designs} />
      <h2 className="vh">Searches</h2>
      {rows.length > 0 ? (
        <SearchList rows={rows} />
      ) : (
        <EmptyState
          title="No saved searches"
          text="Under every list of briefs, designers and covers is a link that saves what it is filtered by."
          actions={<LinkButton href={designs ? '/briefs' : '/designers'}>Search now</LinkButton>}
        />
      )}
    </div>
  );
}
