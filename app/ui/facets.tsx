/** Search and filters of a list: one GET form, so that every result has an address. */
import type { ReactNode } from 'react';
import { Button } from './buttons.tsx';
import { CheckboxesField, RadioField } from './choices.tsx';
import { SelectField, TextField, type Option } from './fields.tsx';
import { HiddenFields } from './form.tsx';

export type FacetGroup = {
  name: string;
  label: string;
  kind: 'select' | 'checkboxes' | 'radios';
  options: readonly Option[];
  selected: readonly string[];
  /** Of a select: what it says when nothing is chosen. */
  any?: string | undefined;
};

export type FacetsProps = {
  action: string;
  q?: { label: string; value: string; name?: string | undefined; hint?: ReactNode } | undefined;
  groups: readonly FacetGroup[];
  sort?: { options: readonly Option[]; selected: string; name?: string | undefined } | undefined;
  /** Filters in force, each with the address of the list without it. */
  active?: readonly { label: string; href: string }[] | undefined;
  /** The address of the list without any filter. */
  clear: string;
  hidden?: Readonly<Record<string, string | null | undefined>> | undefined;
};

function Group({ group, id }: { group: FacetGroup; id: string }) {
  const [value] = group.selected;
  const field = { id, name: group.name, value: value ?? '', values: [...group.selected] };
  if (group.kind === 'checkboxes')
    return <CheckboxesField field={field} label={group.label} options={group.options} />;
  if (group.kind === 'radios')
    return <RadioField field={field} label={group.label} options={group.options} />;
  return <SelectField field={field} label={group.label} options={group.options} empty={group.any ?? 'Any'} />;
}

/** Words to search for, filters (folded away on a phone), sorting, and what is filtered by now. */
export function Facets({ action, q, groups, sort, active = [], clear, hidden }: FacetsProps) {
  const words = { id: 'facet-q', name: q?.name ?? 'q', value: q?.value };
  const order = { id: 'facet-sort', name: sort?.name ?? 'sort', value: sort?.selected };
  return (
    <form className="facets fields" method="get" action={action} role="search" noValidate>
      {hidden && <HiddenFields values={hidden} />}
      {q && (
        <div className="search-row">
          <TextField field={words} label={q.label} hint={q.hint} type="search" />
          <Button kind="secondary">Search</Button>
        </div>
      )}
      <details>
        <summary>
          {sort ? 'Filter and sort' : 'Filter'}
          {active.length > 0 && ` (${active.length} on)`}
        </summary>
        <div className="fields">
          {groups.map((group) => (
            <Group key={group.name} group={group} id={`facet-${group.name}`} />
          ))}
          {sort && <SelectField field={order} label="Sort by" options={sort.options} />}
          <Button>Show results</Button>
        </div>
      </details>
      {active.length > 0 && (
        <ul className="active">
          <li className="vh">Filters that are on:</li>
          {active.map((filter) => (
            <li key={filter.href + filter.label}>
              <a href={filter.href}>
                <span className="vh">Remove filter: </span>
                {filter.label} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
          <li>
            <a className="clear" href={clear}>
              Clear all
            </a>
          </li>
        </ul>
      )}
    </form>
  );
}
