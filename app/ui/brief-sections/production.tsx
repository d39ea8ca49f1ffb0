import { COMMON_TRIMS, MOST_FORMATS, PAPERS, PRINTERS } from '#app/domain/briefs/rules.ts';
import { BOUND_FORMATS, FORMATS, type Format } from '#app/domain/covers/rules.ts';
import { fieldOf, type BriefFields, type SectionProps } from '../brief-fields.ts';
import { Button } from '../buttons.tsx';
import { Checkbox } from '../choices.tsx';
import { controlOf, Field, HintAndError, SelectField, TextArea, TextField } from '../fields.tsx';
import { RepeatedGroup, RepeatedItem } from '../form.tsx';

const TRIMS = 'brief-trims';
const optionsOf = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

/** What is to be delivered, and how it will be printed. */
export function ProductionSection(props: SectionProps) {
  const { fields, rows, action } = props;
  const list = fields.formats.getFieldList();
  return (
    <>
      <datalist id={TRIMS}>
        {COMMON_TRIMS.map((trim) => (
          <option key={trim} value={trim} />
        ))}
      </datalist>
      <div id="brief-formats">
        <RepeatedGroup
          legend="Formats"
          hint="One for each file you need. For an ebook front or an audiobook square the kind is enough."
          add={
            list.length < MOST_FORMATS && (
              <Button
                kind="secondary"
                formAction={`${action}#brief-formats-${list.length}-kind`}
                {...rows.add('formats')}
              >
                {list.length === 0 ? 'Add a format' : 'Add another format'}
              </Button>
            )
          }
        >
          <HintAndError field={fieldOf(fields.formats)} />
          {list.map((row, at) => (
            <RepeatedItem
              key={row.name}
              legend={`Format ${at + 1}`}
              remove={
                <Button kind="quiet" formAction={`${action}#brief-formats`} {...rows.remove('formats', at)}>
                  Remove format {at + 1}
                </Button>
              }
            >
              <FormatFields row={row.getFieldset()} />
            </RepeatedItem>
          ))}
        </RepeatedGroup>
      </div>
      <TextArea
        field={fieldOf(fields.productionNotes)}
        label="Notes on production"
        hint="Finishes, foil, flaps, anything the printer insists on."
        rows={3}
        max={4000}
        optional
      />
    </>
  );
}

type FormatRow = ReturnType<ReturnType<BriefFields['formats']['getFieldList']>[number]['getFieldset']>;

function FormatFields({ row }: { row: FormatRow }) {
  const kind = fieldOf(row.kind);
  const id = fieldOf(row.id);
  const unbound = Boolean(kind.value) && !BOUND_FORMATS.includes(kind.value as Format);
  return (
    <>
      {id.value && <input type="hidden" name={id.name} value={id.value} />}
      <SelectField field={kind} label="Kind" options={optionsOf(FORMATS)} empty="Choose a format" />
      <details className="stack" open={!unbound}>
        <summary>Print details, for paperbacks, hardcovers and other bound books</summary>
        <PrintFields row={row} />
      </details>
      <TextField field={fieldOf(row.notes)} label="Notes on this format" optional />
    </>
  );
}

function PrintFields({ row }: { row: FormatRow }) {
  const trim = fieldOf(row.trim);
  const trimHint = 'Width × height, in inches or millimetres, such as 129 × 198 mm or 6 × 9 in.';
  return (
    <div className="fields">
      <div className="pair">
        <SelectField
          field={fieldOf(row.printer)}
          label="Printer"
          options={optionsOf(PRINTERS)}
          empty="Not decided"
          optional
        />
        <SelectField
          field={fieldOf(row.paper)}
          label="Paper"
          options={optionsOf(PAPERS)}
          empty="Not decided"
          optional
        />
      </div>
      <Field field={trim} label="Trim size" hint={trimHint} optional>
        <input
          type="text"
          className="short"
          list={TRIMS}
          autoComplete="off"
          defaultValue={trim.value}
          {...controlOf(trim, trimHint)}
        />
      </Field>
      <TextField field={fieldOf(row.pages)} label="Pages" inputMode="numeric" width="short" optional />
      <Checkbox
        field={fieldOf(row.pagesFinal)}
        label="The page count is final"
        hint="Leave it open while it is an estimate: the spine depends on it."
      />
      <TextField
        field={fieldOf(row.spine)}
        label="Spine width in millimetres"
        hint="Only for IngramSpark and other printers: take it from the printer’s template. For Amazon KDP and Lulu it follows from paper and pages."
        inputMode="decimal"
        width="short"
        optional
      />
    </div>
  );
}
