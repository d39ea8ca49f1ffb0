/** The details of a portfolio piece. */
import { FORMATS, GENRES, STYLES } from '#app/domain/covers/rules.ts';
import type { OwnPiece } from '#app/domain/portfolios/piece.ts';
import { PIECE_ROLES } from '#app/domain/portfolios/rules.ts';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { CheckboxesField } from './choices.tsx';
import { SelectField, TextArea, TextField, type Option } from './fields.tsx';
import { ErrorSummary, Form, Hidden } from './form.tsx';
import { differencesOf } from './piece-compare.tsx';
import { fieldOf, problemsOf, type Answers } from './piece-fields.tsx';

const options = (list: Readonly<Record<string, string>>): Option[] =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

/** The saved details, as the form shows them. */
export const answersOf = (piece: OwnPiece): Answers => ({
  values: { ...piece, year: piece.year === null ? '' : String(piece.year) },
});

const COMPARED = [
  { name: 'title', label: 'Title of the book' },
  { name: 'author', label: 'Author' },
  { name: 'genre', label: 'Genre', list: GENRES },
  { name: 'format', label: 'Format', list: FORMATS },
  { name: 'altText', label: 'The cover in words' },
  { name: 'styles', label: 'How it is made', list: STYLES },
  { name: 'role', label: 'What you did', list: PIECE_ROLES },
  { name: 'publisher', label: 'Publisher' },
  { name: 'year', label: 'Year' },
  { name: 'creditLine', label: 'Credit line' },
  { name: 'about', label: 'About this cover' },
] as const;

/** What somebody else saved against what was typed. */
export const differencesFrom = (piece: OwnPiece, typed: Answers['values']) =>
  differencesOf(COMPARED, piece, typed);

type PieceFormProps = {
  answers: Answers;
  version: number;
  formToken: string;
  submit?: string | undefined;
};

/** Everything but the picture. What is needed to be public comes first. */
export function PieceForm({ answers, version, formToken, submit = 'Save' }: PieceFormProps) {
  const field = (name: string) => fieldOf(answers, name);
  return (
    <>
      <ErrorSummary errors={problemsOf(answers)} />
      <Form>
        <Hidden name="formToken" value={formToken} />
        <Hidden name="version" value={String(version)} />
        <TextField field={field('title')} label="Title of the book" />
        <TextField field={field('author')} label="Author, as on the cover" />
        <div className="pair">
          <SelectField
            field={field('genre')}
            label="Genre"
            options={options(GENRES)}
            empty="Choose a genre"
          />
          <SelectField
            field={field('format')}
            label="Format"
            options={options(FORMATS)}
            empty="Choose a format"
          />
        </div>
        <AltText {...{ answers }} />
        <CheckboxesField
          field={field('styles')}
          label="How it is made"
          options={options(STYLES)}
          columns
          optional
        />
        <SelectField field={field('role')} label="What you did" options={options(PIECE_ROLES)} />
        <div className="pair">
          <TextField field={field('publisher')} label="Publisher" optional />
          <TextField field={field('year')} label="Year" inputMode="numeric" width="short" optional />
        </div>
        <TextField
          field={field('creditLine')}
          label="Credit line"
          hint="As you want to be named: “Cover design by Dora Bodoni, photograph by L. Arbus”."
          optional
        />
        <TextArea
          field={field('about')}
          label="About this cover"
          hint="What was asked for, and how you answered it."
          max={2000}
          optional
        />
        <Actions>
          <Button>{submit}</Button>
          <LinkButton href="/portfolio" kind="quiet">
            Back to the portfolio
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}

function AltText({ answers }: { answers: Answers }) {
  const hint =
    'Say what you would tell somebody on the telephone: what is shown, how the title stands, the mood. ' +
    'Read aloud to people who do not see the picture, and shown when pictures are off.';
  return (
    <TextArea
      field={fieldOf(answers, 'altText')}
      label="The cover in words (alternative text)"
      hint={hint}
      rows={3}
      max={400}
      optional
    />
  );
}
