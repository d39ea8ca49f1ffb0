import {
  AI_POLICIES,
  CURRENCIES,
  RIGHTS_MEDIA,
  RIGHTS_TERMS,
  RIGHTS_TERRITORIES,
  STOCK_POLICIES,
  VISIBILITY,
} from '#app/domain/briefs/rules.ts';
import { fieldOf, type SectionProps } from '../brief-fields.ts';
import { Checkbox, CheckboxesField, RadioField } from '../choices.tsx';
import { DateField, MoneyField, SelectField, TextField } from '../fields.tsx';

const optionsOf = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

type TermsProps = SectionProps & {
  /** Said when the first round is due so soon that it is a rush. */
  rush: string | null;
};

/** What is paid, by when, for which rights, and who may see the brief. */
export function TermsSection({ fields, rush }: TermsProps) {
  return (
    <>
      <MoneyField
        amount={fieldOf(fields.budgetMin)}
        currency={fieldOf(fields.currency)}
        currencies={optionsOf(CURRENCIES)}
        label="Fee"
        hint="For everything together. Leave it empty to ask designers for quotes."
        optional
      />
      <TextField
        field={fieldOf(fields.budgetMax)}
        label="Up to"
        hint="Only for a range: the most you can pay."
        inputMode="decimal"
        width="short"
        optional
      />
      <DateField
        field={fieldOf(fields.roundOneOn)}
        label="First round due"
        hint={rush ?? 'When you want to see first sketches. Two weeks from now or more is usual.'}
        optional
      />
      <DateField field={fieldOf(fields.finalOn)} label="Final files due" />
      <div className="pair">
        <TextField
          field={fieldOf(fields.concepts)}
          label="Concepts in the first round"
          inputMode="numeric"
          width="short"
          optional
        />
        <TextField
          field={fieldOf(fields.revisionRounds)}
          label="Rounds of changes"
          inputMode="numeric"
          width="short"
          optional
        />
      </div>
      <Rights fields={fields} />
      <RadioField
        field={fieldOf(fields.aiPolicy)}
        label="Images made with AI"
        options={optionsOf(AI_POLICIES)}
        optional
      />
      <RadioField
        field={fieldOf(fields.stockPolicy)}
        label="Stock images"
        options={optionsOf(STOCK_POLICIES)}
        optional
      />
      <RadioField
        field={fieldOf(fields.visibility)}
        label="Who can see this brief once it is published"
        options={optionsOf(VISIBILITY)}
      />
    </>
  );
}

function Rights({ fields }: Pick<SectionProps, 'fields'>) {
  return (
    <>
      <CheckboxesField
        field={fieldOf(fields.rightsMedia)}
        label="Rights you need: media"
        options={optionsOf(RIGHTS_MEDIA)}
        columns
        optional
      />
      <div className="pair">
        <SelectField
          field={fieldOf(fields.rightsTerritory)}
          label="Territory"
          options={optionsOf(RIGHTS_TERRITORIES)}
          empty="To be agreed"
          optional
        />
        <SelectField
          field={fieldOf(fields.rightsTerm)}
          label="Term"
          options={optionsOf(RIGHTS_TERMS)}
          empty="To be agreed"
          optional
        />
      </div>
      <Checkbox
        field={fieldOf(fields.rightsExclusive)}
        label="Exclusive"
        hint="Nobody else may use the cover while your rights last."
      />
      <TextField
        field={fieldOf(fields.creditLine)}
        label="Credit line"
        hint="How the designer is named in the book, such as “Cover design by [name]”."
        optional
      />
    </>
  );
}
