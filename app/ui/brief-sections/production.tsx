import { COMMON_TRIMS, MOST_FORMATS } from '#app/domain/briefs/rules.ts';
import { fieldOf, type SectionProps } from '../brief-fields.ts';
import { Button } from '../buttons.tsx';
import { HintAndError, TextArea } from '../fields.tsx';
import { RepeatedGroup, RepeatedItem } from '../form.tsx';
import { FormatFields, TRIMS } from './format.tsx';

/** What is to be delivered, and how it will be printed. */
export function ProductionSection(props: SectionProps) {
  const { fields, rows, action, specs } = props;
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
              <FormatFields
                row={row.getFieldset()}
                spec={specs[at] ?? null}
                look={{ ...rows.look(), formAction: action }}
              />
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
