/** Search and filters of the public galleries, from their vocabularies. */
import type { FacetsProps } from './facets.tsx';

export type Facet = {
  name: string;
  label: string;
  /** What it says when nothing is chosen. */
  any: string;
  /** Keys and what they are called. */
  list: Readonly<Record<string, string>>;
};
type Chosen = Readonly<Record<string, string | undefined>>;
type FacetsOf = {
  action: string;
  label: string;
  facets: readonly Facet[];
  /** The filter in force: `q`, and the chosen key of each facet. */
  chosen: Chosen;
  /** The address of the list with other choices. */
  href: (chosen: Chosen) => string;
};

/** What `Facets` shows: the groups with their choice, and a way out of each. */
export function facetsOf({ action, label, facets, chosen, href }: FacetsOf): FacetsProps {
  const without = (name: string) => href({ ...chosen, [name]: undefined });
  const active = facets.flatMap(({ name, list }) => {
    const word = list[chosen[name] ?? ''];
    return word ? [{ label: word, href: without(name) }] : [];
  });
  return {
    action,
    q: { label, value: chosen['q'] ?? '' },
    groups: facets.map(({ name, label: title, any, list }) => ({
      name,
      label: title,
      any,
      kind: 'select',
      options: Object.entries(list).map(([value, word]) => ({ value, label: word })),
      selected: chosen[name] ? [chosen[name]] : [],
    })),
    active: chosen['q'] ? [{ label: `“${chosen['q']}”`, href: without('q') }, ...active] : active,
    clear: action,
  };
}
