/** One format of the brief form: its fields with the limits of its printer, and the numbers that follow from them. */
import { PAPERS, PRINTERS } from '#app/domain/briefs/rules.ts';
import type { SpecRow } from '#app/domain/briefs/spec-form.ts';
import { BOUND_FORMATS, FORMATS, type Format } from '#app/domain/covers/rules.ts';
import { fieldOf, type BriefFields } from '../brief-fields.ts';
import { Button } from '../buttons.tsx';
import { Checkbox } from '../choices.tsx';
import { controlOf, Field, SelectField, TextField } from '../fields.tsx';
import { Definition } from '../text.tsx';

/** The list of common trim sizes, once on the page. */
export const TRIMS = 'brief-trims';
const optionsOf = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

type Row = ReturnType<ReturnType<BriefFields['formats']['getFieldList']>[number]['getFieldset']>;
type LookButton = { name: string; value: string; formAction: string };
type FormatProps = { row: Row; spec: SpecRow | null };

export function FormatFields({ row, spec, look }: FormatProps & { look: LookButton }) {
  const kind = fieldOf(row.kind);
  const id = fieldOf(row.id);
  const unbound = Boolean(kind.value) && !BOUND_FORMATS.includes(kind.value as Format);
  return (
    <>
      {id.value && <input type="hidden" name={id.name} value={id.value} />}
      <div className="pair">
        <SelectField field={kind} label="Kind" options={optionsOf(FORMATS)} empty="Choose a format" />
        <SelectField
          field={fieldOf(row.printer, spec?.warnings['printer'])}
          label="Printer or shop"
          options={optionsOf(PRINTERS)}
          empty="Not decided"
          optional
        />
      </div>
      <details className="stack" open={!unbound}>
        <summary>Print details, for paperbacks, hardcovers and other bound books</summary>
        <PrintFields row={row} spec={spec} />
      </details>
      <TextField field={fieldOf(row.notes)} label="Notes on this format" optional />
      <FormatNumbers at={`${kind.id}-numbers`} spec={spec} />
      <Button kind="secondary" {...look} formAction={`${look.formAction}#${kind.id}-numbers`}>
        Work out the size
      </Button>
    </>
  );
}

/** What follows from what is filled in, and what does not yet. */
export function FormatNumbers({ at, spec }: { at: string; spec: SpecRow | null }) {
  return (
    <div id={at} className="stack tight">
      <Definition items={spec?.numbers ?? []} />
      {spec?.note && <p className="hint">{spec.note}</p>}
    </div>
  );
}

const SIZE = 'Width × height, in inches or millimetres, such as 129 × 198 mm or 6 × 9 in.';
const SPINE =
  'Only for IngramSpark and other printers: take it from the printer’s template. For Amazon KDP and Lulu it follows from paper and pages.';
const ESTIMATE = 'Leave it open while it is an estimate: the spine depends on it.';

function PrintFields({ row, spec }: FormatProps) {
  const { limits = {}, warnings = {} } = spec ?? {};
  const trim = fieldOf(row.trim, warnings['trim']);
  const size = [SIZE, limits.trim].filter(Boolean).join(' ');
  return (
    <div className="fields">
      <Field field={trim} label="Trim size" hint={size} optional>
        <input
          type="text"
          className="short"
          list={TRIMS}
          autoComplete="off"
          defaultValue={trim.value}
          {...controlOf(trim, size)}
        />
      </Field>
      <SelectField
        field={fieldOf(row.paper, warnings['paper'])}
        label="Paper"
        hint={limits.paper}
        options={optionsOf(PAPERS)}
        empty="Not decided"
        width="short"
        optional
      />
      <TextField
        field={fieldOf(row.pages, warnings['pages'])}
        label="Pages"
        hint={limits.pages}
        inputMode="numeric"
        width="short"
        optional
      />
      <Checkbox field={fieldOf(row.pagesFinal)} label="The page count is final" hint={ESTIMATE} />
      <TextField
        field={fieldOf(row.spine, warnings['spine'])}
        label="Spine width in millimetres"
        hint={limits.spine ?? SPINE}
        inputMode="decimal"
        width="short"
        optional
      />
    </div>
  );
}
