/**
 * What the brief form needs to know of its fields: conform's metadata, as much of it as is plain data. Pages
 * make it with `useForm`; nothing here knows conform.
 */
import { fieldId } from '#app/domain/briefs/rules.ts';
import type { SpecRow } from '#app/domain/briefs/spec-form.ts';
import type { BriefValues, ComparableValues, FormatValues } from '#app/domain/briefs/values.ts';
import type { FieldState } from './fields.tsx';

type Meta = { name: string; initialValue?: unknown; errors?: string[] | undefined };
type Row<Key extends string> = Meta & { getFieldset: () => Record<Key, Meta> };
type List<Key extends string> = Meta & { getFieldList: () => Row<Key>[] };

export type BriefFields = Record<Exclude<keyof BriefValues, 'formats' | 'comparables'>, Meta> & {
  formats: List<keyof FormatValues>;
  comparables: List<keyof ComparableValues>;
};
export type ListName = 'formats' | 'comparables';

/** The name and value of the submit buttons that add and remove rows. */
export type RowButtons = {
  add: (list: ListName) => { name: string; value: string };
  remove: (list: ListName, at: number) => { name: string; value: string };
  /** Sends everything typed to see what follows from it, and saves nothing. */
  look: () => { name: string; value: string };
};

export type SectionProps = {
  fields: BriefFields;
  rows: RowButtons;
  /** What follows from each format as it is typed; null for one without a kind. */
  specs: readonly (SpecRow | null)[];
  /** Where the form posts. Row buttons add a fragment, so that the page comes back where the reader was. */
  action: string;
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A field as the components of `fields.tsx` and `choices.tsx` take it. */
export function fieldOf({ name, initialValue, errors }: Meta): FieldState {
  const values = Array.isArray(initialValue) ? initialValue.flatMap((one) => textOf(one) ?? []) : undefined;
  return {
    ...{ id: fieldId(name), name, errors },
    value: textOf(initialValue) ?? values?.[0],
    // A single ticked box arrives as text, several as a list.
    values: values ?? (typeof initialValue === 'string' ? [initialValue] : []),
  };
}
