import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listOpenBriefs } from '../domain/briefs/list.server.ts';
import { BRIEF_SORTS, BUDGET_BANDS, DEADLINES, type BriefSort } from '../domain/briefs/rules.ts';
import { briefSummary } from '../domain/briefs/words.ts';
import { FORMATS, GENRES } from '../domain/covers/rules.ts';
import { decodeCursor } from '../domain/paging.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { anyone } from '../http/gate.server.ts';
import { hrefWith, oneOfParam, optionsOf, wordsParam } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { BriefList, BriefRow } from '../ui/briefs.tsx';
import { Facets, type FacetGroup } from '../ui/facets.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager } from '../ui/navigation.tsx';
import { EmptyState } from '../ui/text.tsx';

export const handle = { shared: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.filters.q ? `“${data.filters.q}” in open briefs` : 'Open briefs'} · Dustjacket` },
  { name: 'description', content: 'Book covers wanted: open briefs from publishers and authors.' },
];

/** The filters an address holds; what it does not understand is left out. */
function filtersOf(params: URLSearchParams) {
  const q = wordsParam(params.get('q'));
  const usual: BriefSort = q ? 'relevance' : 'newest';
  const sort = oneOfParam(params.get('sort'), BRIEF_SORTS) ?? usual;
  return {
    q,
    genre: oneOfParam(params.get('genre'), GENRES),
    format: oneOfParam(params.get('format'), FORMATS),
    budget: oneOfParam(params.get('budget'), BUDGET_BANDS),
    deadline: oneOfParam(params.get('deadline'), DEADLINES),
    sort: sort === 'relevance' ? usual : sort,
    usual,
  };
}
type Filters = ReturnType<typeof filtersOf>;

const hrefOf = ({ usual, sort, ...rest }: Filters, place: { after?: string; before?: string } = {}) =>
  hrefWith('/briefs', { ...rest, sort: sort === usual ? null : sort, ...place });

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
    rows: page.rows.map((row) => briefSummary(row, say)),
    count: `${say.count(page.count)} ${page.count.n === 1 ? 'brief' : 'briefs'}`,
    close: page.close,
    newer: page.newer && hrefOf(filters, { before: page.newer }),
    older: page.older && hrefOf(filters, { after: page.older }),
  };
});

const LISTS = { genre: GENRES, format: FORMATS, budget: BUDGET_BANDS, deadline: DEADLINES } as const;
const LABELS = { genre: 'Genre', format: 'Format', budget: 'Budget', deadline: 'Final files due' };
const NAMES = ['genre', 'format', 'budget', 'deadline'] as const;

/** What is filtered by, each with the address of the list without it. */
function active(filters: Filters) {
  const chosen = NAMES.flatMap((name) => {
    const value = filters[name];
    if (!value) return [];
    const label = (LISTS[name] as Record<string, string>)[value] ?? value;
    return [{ label, href: hrefOf({ ...filters, [name]: undefined }) }];
  });
  if (!filters.q) return chosen;
  const without = { ...filters, q: '', usual: 'newest' as const };
  const sort = filters.sort === 'relevance' ? 'newest' : filters.sort;
  return [{ label: `“${filters.q}”`, href: hrefOf({ ...without, sort }) }, ...chosen];
}

export default function Briefs() {
  const { filters, rows, count, close, newer, older } = useLoaderData<typeof loader>();
  const { relevance, ...sorts } = BRIEF_SORTS;
  const groups = NAMES.map((name): FacetGroup => ({
    ...{ name, label: LABELS[name], kind: 'select', options: optionsOf(LISTS[name]) },
    selected: filters[name] ? [filters[name]] : [],
  }));
  const byDate = filters.sort === 'newest';
  return (
    <>
      <PageHead title="Open briefs" lede="Book covers wanted by publishers and authors." />
      <div className="with-aside before">
        <Facets
          action="/briefs"
          q={{ label: 'Search', value: filters.q, hint: 'Title, author, publisher or blurb.' }}
          groups={groups}
          sort={{ options: optionsOf(filters.q ? { relevance, ...sorts } : sorts), selected: filters.sort }}
          active={active(filters)}
          clear="/briefs"
        />
        <section className="stack" aria-label="Briefs">
          {rows.length > 0 && (
            <p className="meta num">
              {close ? `Nothing matches “${filters.q}” exactly. These titles are close:` : count}
            </p>
          )}
          {rows.length > 0 ? (
            <BriefList>
              {rows.map((brief) => (
                <BriefRow key={brief.href} brief={brief} />
              ))}
            </BriefList>
          ) : (
            <Nothing filtered={active(filters).length > 0} />
          )}
          <Pager
            newer={newer}
            older={older}
            newerLabel={byDate ? 'Newer' : 'Before'}
            olderLabel={byDate ? 'Older' : 'Further'}
          />
        </section>
      </div>
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState
      title="No open brief matches"
      text="Try fewer words or filters. New briefs come in every day."
      actions={<LinkButton href="/briefs">Show all open briefs</LinkButton>}
    />
  ) : (
    <EmptyState
      title="No briefs here at the moment"
      text="Publishers and authors post them here. Yours could be the first."
      actions={<LinkButton href="/briefs/new">Post a brief</LinkButton>}
    />
  );
}
