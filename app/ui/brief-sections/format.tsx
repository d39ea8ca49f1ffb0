/** One format of the brief form: its fields with the limits of its printer, and the numbers that follow from them. */
import { PAPERS, PRINTERS } from '#app/domain/briefs/rules.ts';
import type { SpecRow } from '#app/domain/briefs/spec-form.ts';
import { BOUND_FORMATS, FORMATS, type Format } from '#app/domain/covers/rules.ts';
import { fieldOf, type BriefFields } from '../brief-fields.ts';
import { Button } from '../buttons.tsx';
import { Checkbox } from '../choices.tsx';
import { controlOf, Field, hasErrors, SelectField, TextField } from '../fields.tsx';
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
    <div className="fields" data-follow-fields={kind.name.replace('kind', '')}>
      {id.value && <input type="hidden" name={id.name} value={id.value} />}
      <div className="pair">
        <SelectField field={kind} label="Kind" options={optionsOf(FORMATS)} empty="Choose a format" />
        <SelectField
          field={fieldOf(row.printer)}
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
    </div>
  );
}

/** A page that says the same of one format, for a script to take parts from while a form is filled in. */
const LIVE = '/briefs/format-size';
const FIELDS = ['trim', 'paper', 'pages', 'spine'] as const;

/** What follows from what is filled in, and what does not yet. */
export function FormatNumbers({ at, spec }: { at: string; spec: SpecRow | null }) {
  const said = spec?.numbers.slice(0, 2).map(({ term, value }) => `${term} ${value}`);
  return (
    <div id={at} className="stack tight" data-follow={`${LIVE}#numbers`} data-said={said?.join(', ')}>
      <Definition items={spec?.numbers ?? []} />
      {spec?.note && <p className="hint">{spec.note}</p>}
    </div>
  );
}

/** The page of one format: its numbers and the limits of each field. */
export const FormatSize = ({ spec }: { spec: SpecRow | null }) => (
  <>
    <FormatNumbers at="numbers" spec={spec} />
    {FIELDS.map((name) => (
      <p key={name} id={name} className="hint">
        <Limits name={name} spec={spec} />
      </p>
    ))}
  </>
);

type LimitsProps = { name: (typeof FIELDS)[number]; spec: SpecRow | null; refused?: boolean };

/** What a printer takes in a field, and why it does not take what is in it; an error has said that already. */
const Limits = ({ name, spec, refused = false }: LimitsProps) => (
  <>
    {spec?.limits[name]}
    {spec?.warnings[name] && !refused && <strong className="warning">{spec.warnings[name]}.</strong>}
  </>
);

const HINTS = {
  trim: 'Width × height, in inches or millimetres, such as 129 × 198 mm or 6 × 9 in.',
  paper: 'It decides how thick a page is.',
  pages: 'All of them, the blank ones too. An estimate will do to begin with.',
  spine:
    'Only for IngramSpark and other printers, from the printer’s template. For Amazon KDP and Lulu it is computed.',
};
const ESTIMATE = 'Leave it open while it is an estimate: the spine depends on it.';

function PrintFields({ row, spec }: FormatProps) {
  const trim = fieldOf(row.trim);
  const hint = (name: keyof typeof HINTS) => (
    <>
      {HINTS[name]}{' '}
      <span data-follow={`${LIVE}#${name}`}>
        <Limits name={name} spec={spec} refused={hasErrors(fieldOf(row[name]))} />
      </span>
    </>
  );
  return (
    <div className="fields">
      <Field field={trim} label="Trim size" hint={hint('trim')} optional>
        <input
          type="text"
          className="short"
          list={TRIMS}
          autoComplete="off"
          defaultValue={trim.value}
          {...controlOf(trim, true)}
        />
      </Field>
      <SelectField
        field={fieldOf(row.paper)}
        label="Paper"
        hint={hint('paper')}
        options={optionsOf(PAPERS)}
        empty="Not decided"
        width="short"
        optional
      />
      <TextField
        field={fieldOf(row.pages)}
        label="Pages"
        hint={hint('pages')}
        inputMode="numeric"
        width="short"
        optional
      />
      <Checkbox field={fieldOf(row.pagesFinal)} label="The page count is final" hint={ESTIMATE} />
      <TextField
        field={fieldOf(row.spine)}
        label="Spine width in millimetres"
        hint={hint('spine')}
        inputMode="decimal"
        width="short"
        optional
      />
    </div>
  );
}
