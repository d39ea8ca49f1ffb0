/** The public list of briefs: what it is filtered by, and what was found. */
import { BRIEF_SORTS, BUDGET_BANDS, DEADLINES, type BriefFilters } from '#app/domain/briefs/rules.ts';
import { FORMATS, GENRES } from '#app/domain/covers/rules.ts';
import { BriefList, BriefRow, type BriefSummary } from './briefs.tsx';
import { LinkButton } from './buttons.tsx';
import { Facets } from './facets.tsx';
import { Tabs } from './navigation.tsx';
import { EmptyState } from './text.tsx';

const FACETS = [
  { name: 'genre', label: 'Genre', list: GENRES },
  { name: 'format', label: 'Format', list: FORMATS },
  { name: 'budget', label: 'Budget', list: BUDGET_BANDS },
  { name: 'deadline', label: 'Final files due', list: DEADLINES },
] as const;

const optionsOf = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

/** The filters that are on, each with the filters as they are without it. */
export function activeFilters(filters: BriefFilters): { label: string; without: BriefFilters }[] {
  const chosen = FACETS.flatMap(({ name, list }) => {
    const value = filters[name];
    const label = value && (list as Record<string, string>)[value];
    return label ? [{ label, without: { ...filters, [name]: undefined } }] : [];
  });
  return filters.q ? [{ label: `“${filters.q}”`, without: { ...filters, q: '' } }, ...chosen] : chosen;
}

/** All open briefs, and those that suit the designer who reads. */
export const BriefTabs = ({ current }: { current: '/briefs' | '/briefs/for-you' }) => (
  <Tabs
    label="Which briefs"
    items={[
      { href: '/briefs', label: 'All open briefs', current: current === '/briefs' },
      { href: '/briefs/for-you', label: 'For you', current: current === '/briefs/for-you' },
    ]}
  />
);

type FacetsProps = { filters: BriefFilters; active: readonly { label: string; href: string }[] };

/** Search, filters and order of the list, as one form. */
export function BriefFacets({ filters, active }: FacetsProps) {
  const { relevance, ...sorts } = BRIEF_SORTS;
  return (
    <Facets
      action="/briefs"
      q={{ label: 'Search', value: filters.q, hint: 'Title, author, publisher or blurb.' }}
      groups={FACETS.map(({ name, label, list }) => ({
        ...{ name, label, kind: 'select', options: optionsOf(list) },
        selected: filters[name] ? [filters[name]] : [],
      }))}
      sort={{ options: optionsOf(filters.q ? { relevance, ...sorts } : sorts), selected: filters.sort }}
      active={active}
      clear="/briefs"
    />
  );
}

type ResultsProps = {
  rows: readonly BriefSummary[];
  /** "41 briefs". */
  count: string;
  /** The words that nothing matches, when the rows are only spelled like them. */
  close: string | null;
  filtered: boolean;
};

/** What was found, or why there is nothing and what to do about it. */
export function BriefResults({ rows, count, close, filtered }: ResultsProps) {
  if (rows.length > 0)
    return (
      <>
        <h2 className="vh">What was found</h2>
        <p className="meta num">
          {close === null ? count : `Nothing matches “${close}” exactly. These titles are close:`}
        </p>
        <BriefList>
          {rows.map((brief) => (
            <BriefRow key={brief.href} brief={brief} />
          ))}
        </BriefList>
      </>
    );
  return filtered ? (
    <EmptyState
      title="No open brief matches"
      text="Try fewer words, or leave a filter out."
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
