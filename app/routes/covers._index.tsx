import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { seekFrom } from '../domain/paging.ts';
import { listCovers } from '../domain/covers/queries.server.ts';
import { FORMATS, GENRES, STYLES } from '../domain/covers/rules.ts';
import { ASKED } from '../domain/saves/searches.ts';
import { formatCount } from '../http/format.ts';
import { anyone } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { hrefWith } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { Facets } from '../ui/facets.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager } from '../ui/navigation.tsx';
import { facetsOf } from '../ui/piece-facets.tsx';
import { CoverGallery } from '../ui/piece-gallery.tsx';
import { feedLink, SearchLinks } from '../ui/searches.tsx';
import { EmptyState } from '../ui/text.tsx';

export const handle = { shared: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: 'Covers · Dustjacket' },
  feedLink('covers', data?.filter),
  {
    name: 'description',
    content:
      'Book covers by the designers and illustrators of Dustjacket, newest first, by genre, format and style.',
  },
];

const FACETS = [
  { name: 'genre', label: 'Genre', any: 'Every genre', list: GENRES },
  { name: 'format', label: 'Format', any: 'Every format', list: FORMATS },
  { name: 'style', label: 'Style', any: 'Every style', list: STYLES },
] as const;

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await anyone(args);
  const { searchParams } = new URL(args.request.url);
  const filter = ASKED.covers(searchParams);
  const { rows, newer, older, count } = await listCovers(db, filter, seekFrom(searchParams));
  const pictures = await wantsPictures(args.request);
  return { filter, rows, newer, older, found: count.n, count: formatCount(count, viewer), pictures };
});

export default function Covers() {
  const { filter, rows, newer, older, found, count, pictures } = useLoaderData<typeof loader>();
  const href = (params: Record<string, string | undefined>) => hrefWith('/covers', params);
  const facets = facetsOf({
    action: '/covers',
    label: 'Search covers',
    facets: FACETS,
    chosen: filter,
    href,
  });
  return (
    <>
      <PageHead title="Covers" lede="What the designers here have made, newest first." />
      <div className="with-aside before">
        <Facets {...facets} />
        <div className="stack">
          {rows.length > 0 ? (
            <CoverGallery covers={rows} pictures={pictures} label="Covers" />
          ) : (
            <Nothing found={found} filtered={href(filter) !== '/covers'} first={href(filter)} />
          )}
          <Pager
            newer={newer && href({ ...filter, before: newer })}
            older={older && href({ ...filter, after: older })}
            count={rows.length > 0 ? `${count} ${found === 1 ? 'cover' : 'covers'}` : undefined}
          />
          <SearchLinks kind="covers" asked={filter} />
        </div>
      </div>
    </>
  );
}

function Nothing({ found, filtered, first }: { found: number; filtered: boolean; first: string }) {
  if (found > 0)
    return (
      <EmptyState
        title="Nothing further here"
        text="This page of the list is empty by now."
        actions={<LinkButton href={first}>To the newest covers</LinkButton>}
      />
    );
  if (filtered)
    return (
      <EmptyState
        title="No cover fits all of that"
        text="Take a filter away, or look for fewer or other words: titles, authors, publishers and what a cover shows are searched."
        actions={<LinkButton href="/covers">All covers</LinkButton>}
      />
    );
  return (
    <EmptyState
      title="No covers yet"
      text="The first designer to show one stands here alone for a while."
      actions={<LinkButton href="/portfolio/new">Show your covers</LinkButton>}
    />
  );
}
