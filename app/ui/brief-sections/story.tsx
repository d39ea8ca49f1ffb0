import { APPROACHES, MOST_TONE_WORDS } from '#app/domain/briefs/rules.ts';
import { fieldOf, type SectionProps } from '../brief-fields.ts';
import { RadioField } from '../choices.tsx';
import { TextArea, TextField } from '../fields.tsx';

/** What the book tells, and how its cover should feel. */
export function StorySection({ fields }: SectionProps) {
  return (
    <>
      <TextArea
        field={fieldOf(fields.blurb)}
        label="Blurb"
        hint="What will stand on the back, or a first version of it. Designers see its first lines in the list."
        rows={6}
        max={4000}
        optional
      />
      <TextArea
        field={fieldOf(fields.synopsis)}
        label="Synopsis"
        hint="The whole story, end included, for whoever designs it."
        rows={6}
        max={20_000}
        optional
      />
      <TextField
        field={fieldOf(fields.toneWords)}
        label="Tone"
        hint={`Up to ${MOST_TONE_WORDS} words with commas between them, such as “wry, salt-worn, quiet”.`}
        optional
      />
      <TextArea
        field={fieldOf(fields.mustHave)}
        label="Must have"
        hint="Logos, quotations, a place for a sticker, a series design to match."
        rows={3}
        max={4000}
        optional
      />
      <TextArea field={fieldOf(fields.mustAvoid)} label="Must avoid" rows={3} max={4000} optional />
      <TextField field={fieldOf(fields.palette)} label="Palette" hint="Colours in your own words." optional />
      <RadioField
        field={fieldOf(fields.approach)}
        label="Approach"
        options={Object.entries(APPROACHES).map(([value, label]) => ({ value, label }))}
        columns
        optional
      />
    </>
  );
}
