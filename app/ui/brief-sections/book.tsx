import { DIRECTIONS, LANGUAGES, languageName } from '#app/domain/briefs/rules.ts';
import { fieldOf, type SectionProps } from '../brief-fields.ts';
import { DateField, SelectField, TextField } from '../fields.tsx';

/** The book itself: what is printed on it, and what the trade calls it. */
export function BookSection({ fields }: SectionProps) {
  const language = fieldOf(fields.language);
  const options = Object.entries<string>(LANGUAGES).map(([value, label]) => ({ value, label }));
  // A brief may be in a language that is not on the short list: it must not change by being edited.
  if (language.value && !options.some(({ value }) => value === language.value))
    options.push({ value: language.value, label: languageName(language.value) });
  return (
    <>
      <TextField field={fieldOf(fields.title)} label="Title" hint="A working title will do." />
      <TextField field={fieldOf(fields.subtitle)} label="Subtitle" optional />
      <TextField
        field={fieldOf(fields.authorName)}
        label="Author’s name"
        hint="Exactly as it is to be printed."
        optional
      />
      <div className="pair">
        <TextField field={fieldOf(fields.series)} label="Series" optional />
        <TextField field={fieldOf(fields.seriesNumber)} label="Number in the series" width="short" optional />
      </div>
      <TextField
        field={fieldOf(fields.imprint)}
        label="Publisher or imprint"
        hint="Shown as the one who posts the brief. Without it, your name is."
        optional
      />
      <TextField
        field={fieldOf(fields.isbn)}
        label="ISBN"
        hint="10 or 13 digits, with or without hyphens, such as 978-0-306-40615-7."
        inputMode="text"
        spellCheck={false}
        optional
      />
      <div className="pair">
        <DateField field={fieldOf(fields.publicationOn)} label="Publication date" optional />
        <SelectField field={language} label="Language of the book" options={options} width="short" />
      </div>
      <SelectField
        field={fieldOf(fields.direction)}
        label="The book is read"
        hint="It decides on which side of the spine the front lies."
        options={Object.entries(DIRECTIONS).map(([value, label]) => ({ value, label }))}
        empty="As its language is"
        width="short"
        optional
      />
    </>
  );
}
