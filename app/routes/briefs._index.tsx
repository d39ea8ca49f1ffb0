import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listOpenBriefs } from '../domain/briefs/list.server.ts';
import { BRIEF_SORTS, inOrder, usualSort, type BriefFilters } from '../domain/briefs/rules.ts';
import { briefSummary } from '../domain/briefs/words.ts';
import { decodeCursor } from '../domain/paging.ts';
import { ASKED } from '../domain/saves/searches.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { anyone } from '../http/gate.server.ts';
import { hrefWith, oneOfParam } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { activeFilters, BriefFacets, BriefResults, BriefTabs } from '../ui/brief-list.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager } from '../ui/navigation.tsx';
import { feedLink, SearchLinks } from '../ui/searches.tsx';

export const handle = { shared: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.filters.q ? `“${data.filters.q}” in open briefs` : 'Open briefs'} · Dustjacket` },
  { name: 'description', content: 'Book covers wanted: open briefs from publishers and authors.' },
  feedLink('briefs', data && askedOf(data.filters)),
];

/** What is asked, without the order. */
const askedOf = ({ sort: _sort, ...asked }: BriefFilters) => asked;

/** The filters an address holds; what it does not understand is left out. */
function filtersOf(params: URLSearchParams): BriefFilters {
  const asked = ASKED.briefs(params);
  return inOrder({ ...asked, sort: oneOfParam(params.get('sort'), BRIEF_SORTS) ?? usualSort(asked.q) });
}

const hrefOf = (filters: BriefFilters, place: { after?: string; before?: string } = {}) => {
  const { sort, ...rest } = inOrder(filters);
  return hrefWith('/briefs', { ...rest, sort: sort === usualSort(rest.q) ? null : sort, ...place });
};

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await anyone(args);
  const params = new URL(args.request.url).searchParams;
  if (params.get('mine')) throw redirect('/briefs/mine');
  const filters = filtersOf(params);
  const seek = { after: decodeCursor(params.get('after')), before: decodeCursor(params.get('before')) };
  const page = await listOpenBriefs(db, filters, seek, todayFor(viewer, now));
  const say = wordsFor(viewer);
  return {
    filters,
    designs: viewer?.role === 'designer',
    rows: page.rows.map((row) => briefSummary(row, say)),
    count: `${say.count(page.count)} ${page.count.n === 1 ? 'brief' : 'briefs'}`,
    close: page.close,
    newer: page.newer && hrefOf(filters, { before: page.newer }),
    older: page.older && hrefOf(filters, { after: page.older }),
  };
});

export default function Briefs() {
  const { filters, designs, rows, count, close, newer, older } = useLoaderData<typeof loader>();
  const active = activeFilters(filters).map(({ label, without }) => ({ label, href: hrefOf(without) }));
  const byDate = filters.sort === 'newest';
  return (
    <>
      <PageHead title="Open briefs" lede="Book covers wanted by publishers and authors.">
        {designs && <BriefTabs current="/briefs" />}
      </PageHead>
      <div className="with-aside before">
        <BriefFacets filters={filters} active={active} />
        <section className="stack" aria-label="Briefs">
          <BriefResults
            rows={rows}
            count={count}
            close={close ? filters.q : null}
            filtered={active.length > 0}
          />
          <Pager
            newer={newer}
            older={older}
            newerLabel={byDate ? 'Newer' : 'Before'}
            olderLabel={byDate ? 'Older' : 'Further'}
          />
          <SearchLinks kind="briefs" asked={askedOf(filters)} />
        </section>
      </div>
    </>
  );
}
