import { AUDIENCES, MOST_COMPARABLES } from '#app/domain/briefs/rules.ts';
import { GENRES } from '#app/domain/covers/rules.ts';
import { fieldOf, type SectionProps } from '../brief-fields.ts';
import { Button } from '../buttons.tsx';
import { SelectField, TextArea, TextField } from '../fields.tsx';
import { RepeatedGroup, RepeatedItem } from '../form.tsx';

const optionsOf = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

/** Who the book is for, and the covers it will stand beside. */
export function MarketSection(props: SectionProps) {
  const { fields } = props;
  return (
    <>
      <SelectField
        field={fieldOf(fields.genre)}
        label="Genre"
        hint="Designers filter by it; take the shelf the book would stand on."
        options={optionsOf(GENRES)}
        empty="Choose a genre"
      />
      <SelectField
        field={fieldOf(fields.audience)}
        label="Audience"
        options={optionsOf(AUDIENCES)}
        empty="Not decided"
        optional
      />
      <Comparables {...props} />
      <TextArea
        field={fieldOf(fields.coversToAvoid)}
        label="Covers you do not want"
        hint="What everybody else on that shelf does, or what you have had too often."
        rows={3}
        max={2000}
        optional
      />
    </>
  );
}

function Comparables({ fields, rows, action }: SectionProps) {
  const list = fields.comparables.getFieldList();
  return (
    <div id="brief-comparables">
      <RepeatedGroup
        legend="Comparable covers (optional)"
        hint="Books whose covers do what yours should, and what it is you like about each."
        add={
          list.length < MOST_COMPARABLES && (
            <Button
              kind="secondary"
              formAction={`${action}#brief-comparables-${list.length}-title`}
              {...rows.add('comparables')}
            >
              {list.length === 0 ? 'Add a cover' : 'Add another cover'}
            </Button>
          )
        }
      >
        {list.map((row, at) => {
          const { title, author, likes } = row.getFieldset();
          return (
            <RepeatedItem
              key={row.name}
              legend={`Cover ${at + 1}`}
              remove={
                <Button
                  kind="quiet"
                  formAction={`${action}#brief-comparables`}
                  {...rows.remove('comparables', at)}
                >
                  Remove cover {at + 1}
                </Button>
              }
            >
              <div className="pair">
                <TextField field={fieldOf(title)} label="Title" />
                <TextField field={fieldOf(author)} label="Author" optional />
              </div>
              <TextArea field={fieldOf(likes)} label="What you like about it" rows={2} max={1000} optional />
            </RepeatedItem>
          );
        })}
      </RepeatedGroup>
    </div>
  );
}
