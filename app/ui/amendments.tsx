/** Changes of what was agreed: how one reads, what can be done with it, and the form that proposes one. */
import type { AmendmentSheet, offeredAmendment } from '#app/domain/projects/amendment.ts';
import { RIGHTS_MEDIA, RIGHTS_TERMS, RIGHTS_TERRITORIES } from '#app/domain/briefs/rules.ts';
import { Actions, Button, LinkButton, PostButton } from './buttons.tsx';
import { Checkbox, CheckboxesField } from './choices.tsx';
import { CompareTable } from './compare.tsx';
import { DateField, SelectField, TextArea, TextField } from './fields.tsx';
import { Form, Hidden } from './form.tsx';
import { fieldOf, type Answers } from './piece-fields.tsx';
import { StatusTag } from './status.tsx';
import { MetaLine, Prose } from './text.tsx';

/** One amendment: what was, what is, and why. */
export function AmendmentRecord({ amendment, level = 3 }: { amendment: AmendmentSheet; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { number, state, label, when, lines, scope, reason } = amendment;
  return (
    <div className="stack tight">
      <Heading>Amendment {number}</Heading>
      <MetaLine>
        <StatusTag state={state} label={label} />
        {when}
      </MetaLine>
      {lines.length > 0 && (
        <CompareTable
          caption={`What amendment ${number} changes`}
          theirs="Was"
          yours={state === 'accepted' ? 'Is' : 'Would be'}
          rows={lines.map((line) => ({ field: line.label, theirs: line.was, yours: line.is }))}
        />
      )}
      {scope && <Prose text={scope} />}
      {reason && <p className="as-typed meta">“{reason}”</p>}
    </div>
  );
}

export type OfferedAmendment = ReturnType<typeof offeredAmendment>;
type OfferedProps = { amendment: OfferedAmendment; formToken: string };

/** One that may still be decided, with its buttons. */
export const OfferedAmendmentRecord = ({ amendment, formToken }: OfferedProps) => (
  <section className="stack">
    <AmendmentRecord amendment={amendment} level={2} />
    {amendment.overtaken && (
      <p>
        The terms have changed since this was proposed: it cannot be accepted any more, only proposed anew.
      </p>
    )}
    {amendment.moves.length > 0 && (
      <Actions>
        {amendment.moves.map(({ name, label, href, asks }) =>
          asks ? (
            <LinkButton key={name} href={href} kind="primary">
              {label}
            </LinkButton>
          ) : (
            <PostButton key={name} action={href} kind="quiet" hidden={{ formToken }}>
              {label}
            </PostButton>
          ),
        )}
      </Actions>
    )}
  </section>
);

const optionsOf = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

type FormProps = {
  answers: Answers;
  formToken: string;
  currency: string;
  /** Of the milestones whose days can still be moved. */
  dates: readonly { name: string; label: string }[];
  used: number;
  cancel: string;
};

export function AmendmentFormFields({ answers, formToken, currency, dates, used, cancel }: FormProps) {
  const field = (name: string) => fieldOf(answers, name);
  return (
    <Form>
      <Hidden name="formToken" value={formToken} />
      <TextField field={field('price')} label={`Price in ${currency}`} inputMode="decimal" width="short" />
      <TextField
        field={field('revisionRounds')}
        label="Rounds of changes"
        hint={`${used} used so far.`}
        inputMode="numeric"
        width="short"
      />
      {dates.map(({ name, label }) => (
        <DateField key={name} field={field(name)} label={label} />
      ))}
      <CheckboxesField
        field={field('rightsMedia')}
        label="Rights: media"
        options={optionsOf(RIGHTS_MEDIA)}
        columns
      />
      <SelectField
        field={field('rightsTerritory')}
        label="Rights: territory"
        options={optionsOf(RIGHTS_TERRITORIES)}
        empty="Not said"
      />
      <SelectField
        field={field('rightsTerm')}
        label="Rights: term"
        options={optionsOf(RIGHTS_TERMS)}
        empty="Not said"
      />
      <Checkbox field={field('rightsExclusive')} label="The rights are exclusive" />
      <TextArea
        field={field('scope')}
        label="What else is to be done, or not any more"
        rows={4}
        max={4000}
        optional
      />
      <TextArea field={field('reason')} label="Why" rows={3} max={2000} optional />
      <Actions>
        <Button>Propose the amendment</Button>
        <LinkButton href={cancel} kind="quiet">
          Go back
        </LinkButton>
      </Actions>
    </Form>
  );
}
