import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { seekFrom } from '../domain/paging.ts';
import { FORMATS, GENRES, STYLES } from '../domain/covers/rules.ts';
import { listDesigners } from '../domain/designers/queries.server.ts';
import { AVAILABILITY, PRICE_BANDS } from '../domain/designers/rules.ts';
import { savedAmong } from '../domain/saves/queries.server.ts';
import { ASKED } from '../domain/saves/searches.ts';
import { mintFormToken } from '../http/form.server.ts';
import { formatCount } from '../http/format.ts';
import { anyone } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { hrefWith } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { summaryOf } from '../ui/designer-profile.tsx';
import { DesignerCard, DesignerList } from '../ui/designers.tsx';
import { Facets } from '../ui/facets.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager } from '../ui/navigation.tsx';
import { facetsOf } from '../ui/piece-facets.tsx';
import { designerSaving, SmallSave } from '../ui/saves.tsx';
import { feedLink, SearchLinks } from '../ui/searches.tsx';
import { EmptyState } from '../ui/text.tsx';

export const handle = { shared: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: 'Designers · Dustjacket' },
  feedLink('designers', data?.filter),
  {
    name: 'description',
    content:
      'Book-cover designers and illustrators, by genre, style, format, price and whether they have time.',
  },
];

const FACETS = [
  { name: 'genre', label: 'Genre', any: 'Every genre', list: GENRES },
  { name: 'style', label: 'Style', any: 'Every style', list: STYLES },
  { name: 'format', label: 'Format', any: 'Every format', list: FORMATS },
  { name: 'availability', label: 'Time', any: 'Whenever', list: AVAILABILITY },
  { name: 'price', label: 'Price of a front cover', any: 'Every price', list: PRICE_BANDS },
] as const;

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await anyone(args);
  const { pathname, search, searchParams } = new URL(args.request.url);
  const filter = ASKED.designers(searchParams);
  const { rows, newer, older, count } = await listDesigners(db, filter, seekFrom(searchParams));
  const pictures = await wantsPictures(args.request);
  const saved = await savedAmong(
    db,
    viewer,
    rows.map(({ id }) => id),
  );
  const savingOf = (slug: string, id: string) =>
    viewer &&
    saved &&
    designerSaving(slug, {
      ...{ saved: saved.has(id), formToken: mintFormToken(viewer), back: pathname + search },
    });
  return {
    ...{ filter, newer, older, found: count.n, count: formatCount(count, viewer), pictures },
    rows: rows.map((row) => ({ ...summaryOf(row), saving: savingOf(row.slug, row.id) })),
  };
});

export default function Designers() {
  const { filter, rows, newer, older, found, count, pictures } = useLoaderData<typeof loader>();
  const href = (params: Record<string, string | undefined>) => hrefWith('/designers', params);
  const facets = facetsOf({
    action: '/designers',
    label: 'Search designers',
    facets: FACETS,
    chosen: filter,
    href,
  });
  return (
    <>
      <PageHead
        title="Designers"
        lede={
          <>
            Whoever showed a new cover last stands first. Places cannot be bought:{' '}
            <a href="/how-ranking-works">how ranking works</a>.
          </>
        }
      />
      <div className="with-aside before">
        <Facets {...facets} />
        <div className="stack">
          {rows.length > 0 ? (
            <>
              <h2 className="vh">Designers found</h2>
              <DesignerList>
                {rows.map(({ saving, ...designer }) => (
                  <DesignerCard key={designer.href} designer={designer} pictures={pictures}>
                    {saving && <SmallSave saving={saving} name={designer.name} />}
                  </DesignerCard>
                ))}
              </DesignerList>
            </>
          ) : (
            <Nothing found={found} filtered={href(filter) !== '/designers'} first={href(filter)} />
          )}
          <Pager
            newer={newer && href({ ...filter, before: newer })}
            older={older && href({ ...filter, after: older })}
            newerLabel="Previous"
            olderLabel="Next"
            count={rows.length > 0 ? `${count} ${found === 1 ? 'designer' : 'designers'}` : undefined}
          />
          <SearchLinks kind="designers" asked={filter} />
        </div>
      </div>
    </>
  );
}

function Nothing({ found, filtered, first }: { found: number; filtered: boolean; first: string }) {
  const [title, text] =
    found > 0
      ? ['Nobody further here', 'This page of the list is empty by now.']
      : filtered
        ? ['Nobody fits all of that', 'Take a filter away, or look for fewer or other words.']
        : ['No designers yet', 'A designer appears here with the first cover they show.'];
  const to = found > 0 ? first : filtered ? '/designers' : '/portfolio/new';
  const label = found > 0 ? 'To the first page' : filtered ? 'All designers' : 'Show your covers';
  return <EmptyState title={title} text={text} actions={<LinkButton href={to}>{label}</LinkButton>} />;
}
