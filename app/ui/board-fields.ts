/** The notes of a comparison as fields, one for each proposal: `notes[0].body`. */
import type { FieldState } from './fields.tsx';
import type { Answers } from './piece-fields.tsx';

/** What was typed and refused, or else what is kept. Rows may have changed places since: a note goes by its proposal. */
export function noteField(
  answers: Answers | null,
  { id, was }: { id: string; was: string },
  at: number,
): FieldState {
  const rows = answers?.values['notes'];
  const typed = (Array.isArray(rows) ? rows : []) as ({ id?: unknown; body?: unknown } | undefined)[];
  const sent = typed.findIndex((row) => row?.id === id);
  const body = typed[sent]?.body;
  const errors = answers?.errors?.[`notes[${sent}].body`] ?? [];
  // A summary leads to the list a problem is in: to its first refused row.
  const firstBad = typed.findIndex((_, row) => (answers?.errors?.[`notes[${row}].body`] ?? []).length > 0);
  return {
    ...{ id: sent >= 0 && sent === firstBad ? 'notes' : `note-${at}`, name: `notes[${at}].body` },
    ...{ value: answers ? (typeof body === 'string' ? body : '') : was, errors: [...errors] },
  };
}
