/** The calculator of cover sizes: its form, and the region of numbers that follows it. */
import type { Calculator, Numbers } from '#app/domain/covers/calculator.ts';
import type { AskField } from '#app/domain/covers/ask.ts';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { RadioField } from './choices.tsx';
import { CoverDrawing } from './cover-drawing.tsx';
import { Field, controlOf, SelectField, TextField, type FieldState, type Option } from './fields.tsx';
import { Form } from './form.tsx';
import { Definition, MetaLine, type Fact } from './text.tsx';
import type { Measure, Place } from '#app/domain/covers/measures.ts';

export type Choices = {
  printers: readonly Option[];
  formats: readonly Option[];
  papers: readonly Option[];
  trims: readonly string[];
};
type FormProps = {
  values: Calculator['values'];
  errors: Calculator['errors'];
  choices: Choices;
  labels: Record<AskField, string>;
};

const DIRECTIONS: readonly Option[] = [
  { value: 'ltr', label: 'Left to right, as English' },
  { value: 'rtl', label: 'Right to left, as Arabic, Hebrew or manga' },
];

/** Asks for a cover. A GET form: every answer has an address. */
export function CoverSizeForm({ values, errors, choices, labels }: FormProps) {
  const field = (name: AskField): FieldState => ({
    id: name,
    name,
    value: values[name],
    errors: errors.filter((error) => error.field === name).map(({ message }) => message),
  });
  const unusual =
    [values.direction, values.dpi].some(Boolean) || errors.some(({ field: at }) => at === 'dpi');
  const trimHint =
    'Width × height in inches or millimetres: 6 × 9 in, 129 × 198 mm. Not for ebooks and audiobooks.';
  return (
    <Form method="get" action="/tools/cover-size">
      <SelectField field={field('printer')} label={labels.printer} options={choices.printers} />
      <SelectField field={field('format')} label={labels.format} options={choices.formats} />
      <Field field={field('trim')} label={labels.trim} hint={trimHint}>
        <input
          type="text"
          list="trims"
          autoComplete="off"
          defaultValue={values.trim}
          {...controlOf(field('trim'), trimHint)}
        />
      </Field>
      <datalist id="trims">
        {choices.trims.map((trim) => (
          <option key={trim} value={trim} />
        ))}
      </datalist>
      <SelectField
        field={field('paper')}
        label={labels.paper}
        hint="Only Amazon KDP asks for it."
        options={choices.papers}
        empty="Not said"
      />
      <TextField
        field={field('pages')}
        label={labels.pages}
        hint="All of them, blank ones too."
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        field={field('spine')}
        label={labels.spine}
        hint="Only for IngramSpark and other printers, who publish none. Take it from their template: 12.5 mm or 0.49 in."
        autoComplete="off"
        optional
      />
      <details open={unusual}>
        <summary>More: direction, resolution</summary>
        <div className="fields">
          <RadioField
            field={{ ...field('direction'), value: values.direction || 'ltr' }}
            label={labels.direction}
            options={DIRECTIONS}
          />
          <TextField
            field={field('dpi')}
            label={labels.dpi}
            hint="Pixels for each inch, 72 to 1200. Printers want 300."
            inputMode="numeric"
            autoComplete="off"
            optional
          />
        </div>
      </details>
      <Actions>
        <Button>Show the numbers</Button>
      </Actions>
    </Form>
  );
}

type NumbersProps = Pick<Calculator, 'example' | 'numbers' | 'errors' | 'instead' | 'limits' | 'ignored'>;

/** What the form comes to: the numbers of a cover, or what it could be instead. Follows the form where a script runs. */
export function CoverNumbers({ example, numbers, errors, instead, limits, ignored }: NumbersProps) {
  return (
    <section
      id="numbers"
      className="stack"
      aria-labelledby="numbers-title"
      data-follow="/tools/cover-size"
      data-said={numbers?.said ?? errors.map(({ message }) => message).join(' ')}
    >
      <h2 id="numbers-title">
        {example && 'For example: '}
        {numbers?.name ?? 'No numbers yet'}
      </h2>
      {ignored.length > 0 && (
        <p className="meta">
          Makes no difference here, and was left aside: {ignored.join(', ').toLowerCase()}.
        </p>
      )}
      {numbers ? <Made numbers={numbers} /> : <Refused errors={errors} instead={instead} />}
      {limits && (
        <div className="stack tight">
          <h3>Pages a book of {limits.at} may have</h3>
          <Definition items={limits.rows.map(factOf)} />
        </div>
      )}
      {numbers && <Source source={numbers.source} />}
    </section>
  );
}

const factOf = ({ term, value, also, note }: Measure): Fact => ({
  term,
  value: (
    <>
      <span className="num">{value}</span>
      {also && <span className="soft num"> = {also}</span>}
      {note && <span className="soft">, {note}</span>}
    </>
  ),
});

function Made({ numbers: { measures, drawing, places, query } }: { numbers: Numbers }) {
  return (
    <>
      <CoverDrawing drawing={drawing} />
      <Templates query={query} />
      <Definition items={measures.map(factOf)} />
      {places.length > 0 && <Places places={places} />}
      <MetaLine>
        <a href={`/tools/cover-size?${query}`}>Link to these numbers</a>
        <a href={`/api/v1/cover-specs?${query}`}>The same as data (JSON)</a>
      </MetaLine>
    </>
  );
}

/** The sheet as a file to work on. Search engines have no use for it. */
const Templates = ({ query }: { query: string }) => (
  <Actions>
    {['pdf', 'svg', 'png'].map((kind) => (
      <LinkButton key={kind} href={`/tools/cover-size/template.${kind}?${query}`} rel="nofollow">
        {kind.toUpperCase()} template
      </LinkButton>
    ))}
  </Actions>
);

function Places({ places }: { places: readonly Place[] }) {
  return (
    <details>
      <summary>Where everything lies, from the top left corner</summary>
      <table className="small num">
        <caption className="vh">Each part of the cover, in inches</caption>
        <thead>
          <tr>
            {['Part, in inches', 'Left', 'Top', 'Width', 'Height'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map(({ name, sides }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {sides.map((side, at) => (
                // Left, top, width and height always stand in this order.
                <td key={at}>{side}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Refused({ errors, instead }: Pick<Calculator, 'errors' | 'instead'>) {
  return (
    <>
      <div className="prose">
        {errors.map(({ field, message }) => (
          <p key={field}>{message}</p>
        ))}
      </div>
      {instead.length > 0 && (
        <Actions>
          {instead.map(({ label, query }) => (
            <LinkButton key={query} href={`/tools/cover-size?${query}`}>
              {label}
            </LinkButton>
          ))}
        </Actions>
      )}
    </>
  );
}

const Source = ({ source: { name, url } }: { source: Numbers['source'] }) => (
  <p className="meta">
    Source: {url ? <a href={url}>{name}</a> : name}. Check a proof before you print many.
  </p>
);
