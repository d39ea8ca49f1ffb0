/** A designer's own profile, to edit. */
import { FORMATS, GENRES, STYLES } from '#app/domain/covers/rules.ts';
import type { Designer } from '#app/domain/designers/designer.ts';
import { AVAILABILITY, PRICE_BANDS } from '#app/domain/designers/rules.ts';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { CheckboxesField, RadioField } from './choices.tsx';
import { SelectField, TextArea, TextField, type FieldState, type Option } from './fields.tsx';
import { ErrorSummary, Form, Hidden } from './form.tsx';
import { differencesOf } from './piece-compare.tsx';
import { fieldOf, problemsOf, type Answers } from './piece-fields.tsx';

const options = (list: Readonly<Record<string, string>>): Option[] =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

/** The saved profile, as the form shows it. */
export const profileAnswers = (designer: Designer): Answers => ({ values: designer });

const COMPARED = [
  { name: 'name', label: 'Name' },
  { name: 'headline', label: 'Headline' },
  { name: 'bio', label: 'About you' },
  { name: 'location', label: 'Where you work' },
  { name: 'genres', label: 'Genres', list: GENRES },
  { name: 'styles', label: 'Styles', list: STYLES },
  { name: 'formats', label: 'Formats', list: FORMATS },
  { name: 'availability', label: 'Time', list: AVAILABILITY },
  { name: 'priceBand', label: 'Price of a front cover', list: PRICE_BANDS },
] as const;

/** What was saved in another window against what was typed, in the fields that `asked` names; in all without it. */
export const profileDifferences = (
  saved: Designer,
  typed: Answers['values'],
  asked: readonly string[] = COMPARED.map(({ name }) => name),
) =>
  differencesOf(
    COMPARED.filter(({ name }) => asked.includes(name)),
    saved,
    typed,
  );

type AskProps = { field: (name: string) => FieldState };

export const HeadlineField = ({ field }: AskProps) => (
  <TextField
    field={field('headline')}
    label="Headline"
    hint="What you do, in one line: “Hand-lettered covers for literary fiction”."
    optional
  />
);

export const LocationField = ({ field }: AskProps) => (
  <TextField field={field('location')} label="Where you work" hint="Town and country." optional />
);

export const GenresField = ({ field }: AskProps) => (
  <CheckboxesField field={field('genres')} label="Genres" options={options(GENRES)} columns optional />
);

export const FormatsField = ({ field }: AskProps) => (
  <CheckboxesField field={field('formats')} label="Formats" options={options(FORMATS)} columns optional />
);

/** When, and for how much. */
export const TermsFields = ({ field }: AskProps) => (
  <>
    <RadioField field={field('availability')} label="Do you have time?" options={options(AVAILABILITY)} />
    <SelectField
      field={field('priceBand')}
      label="What a finished front cover usually costs"
      hint="In the currency you work in. Publishers can search by it; every proposal still names its own price."
      options={options(PRICE_BANDS)}
      empty="I would rather not say"
      optional
    />
  </>
);

type ProfileFormProps = { answers: Answers; version: number; formToken: string; cancel: string };

/** Who you are, what you make, when and for how much. */
export function ProfileForm({ answers, version, formToken, cancel }: ProfileFormProps) {
  const field = (name: string) => fieldOf(answers, name);
  return (
    <>
      <ErrorSummary errors={problemsOf(answers)} />
      <Form>
        <Hidden name="formToken" value={formToken} />
        <Hidden name="version" value={String(version)} />
        <TextField field={field('name')} label="Name publishers see" autoComplete="name" />
        <HeadlineField field={field} />
        <TextArea
          field={field('bio')}
          label="About you"
          hint="How you work, whom you have worked for. An empty line starts a paragraph."
          rows={8}
          max={4000}
          optional
        />
        <LocationField field={field} />
        <GenresField field={field} />
        <CheckboxesField field={field('styles')} label="Styles" options={options(STYLES)} columns optional />
        <FormatsField field={field} />
        <TermsFields field={field} />
        <Actions>
          <Button>Save</Button>
          <LinkButton href={cancel} kind="quiet">
            See your page
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
