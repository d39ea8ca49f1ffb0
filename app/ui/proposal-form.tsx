/** The form of a proposal, and of every answer to one. */
import { RIGHTS_MEDIA, RIGHTS_TERMS, RIGHTS_TERRITORIES } from '#app/domain/briefs/rules.ts';
import type { BriefHints } from '#app/domain/proposals/asked.ts';
import {
  LONGEST_MESSAGE,
  LONGEST_NOTES,
  MOST_OPEN_PROPOSALS,
  MOST_SAMPLES,
  type ProposalSide,
} from '#app/domain/proposals/rules.ts';
import { MILESTONES, type MilestoneKind } from '#app/domain/projects/rules.ts';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { Checkbox, CheckboxesField, RadioField } from './choices.tsx';
import { DateField, MoneyField, SelectField, TextArea, TextField, type Option } from './fields.tsx';
import { ErrorSummary, Form, HiddenFields } from './form.tsx';
import { fieldOf, problemsOf, type Answers } from './piece-fields.tsx';
import { Notice } from './text.tsx';

const options = (list: Readonly<Record<string, string>>): Option[] =>
  Object.entries(list).map(([value, label]) => ({ value, label }));
const DECLARED_AI = { none: 'No AI-generated art', assisted: 'AI assisted, as described below' };
const DECLARED_STOCK = { none: 'No stock images', licensed: 'Licensed stock images, as described below' };

type ProposalFormProps = {
  answers: Answers;
  side: ProposalSide;
  kinds: readonly MilestoneKind[];
  hints: BriefHints;
  currencies: readonly Option[];
  choices: readonly { id: string; title: string; author: string }[];
  /** How many proposals of its designer wait for an answer. */
  open: number;
  full: boolean;
  formToken: string;
  version: number;
  /** On the button that sends it. */
  send: string;
  /** It has not been sent before, and can be kept unfinished. */
  first: boolean;
  /** Where "Leave without saving" leads. */
  leave: string;
};

/** Enter keeps a draft, and sends what has been sent before. */
export function ProposalForm(props: ProposalFormProps) {
  const { answers, side, formToken, version, first, full, open } = props;
  return (
    <>
      <ErrorSummary errors={problemsOf(answers)} />
      {first && full && <LimitNotice />}
      <Form enter={{ name: 'then', value: first ? 'save' : 'send' }}>
        <HiddenFields values={{ formToken, version: String(version) }} />
        <MessageField {...props} />
        <PriceFields {...props} />
        <DayFields {...props} />
        <RightsFields {...props} />
        {side === 'designer' && <Declarations {...props} />}
        {side === 'designer' && <SamplesField {...props} />}
        <DateField
          field={fieldOf(answers, 'validUntil')}
          label="It stands until"
          hint="After this day it expires, unless it has been answered. A month is usual."
        />
        {first && (
          <p className="hint">
            {open} of {MOST_OPEN_PROPOSALS} proposals that may wait for an answer at once are in use.
          </p>
        )}
        <Actions>
          <SendButtons {...props} />
        </Actions>
      </Form>
    </>
  );
}

const LimitNotice = () => (
  <Notice title={`You have ${MOST_OPEN_PROPOSALS} proposals waiting for an answer`}>
    <p>
      That is as many as there can be: it costs nothing to write them, and so nobody may flood a publisher.
      Save this one as a draft, and send it when one is answered; or <a href="/proposals">withdraw another</a>
      .
    </p>
  </Notice>
);

function SendButtons({ first, full, send, leave }: ProposalFormProps) {
  return (
    <>
      {!(first && full) && (
        <Button name="then" value="send">
          {send}
        </Button>
      )}
      {first && (
        <Button name="then" value="save" kind="secondary">
          Save draft
        </Button>
      )}
      <LinkButton href={leave} kind="quiet">
        Leave without saving
      </LinkButton>
    </>
  );
}

const MessageField = ({ answers, side, first }: ProposalFormProps) => (
  <TextArea
    field={fieldOf(answers, 'message')}
    label={side === 'designer' ? 'To the publisher' : 'To the designer'}
    hint={first ? 'What you would make of this book, and why you.' : 'What you change, and why.'}
    rows={8}
    max={LONGEST_MESSAGE}
    optional={!first}
  />
);

const PriceFields = ({ answers, hints, currencies }: ProposalFormProps) => (
  <>
    <MoneyField
      amount={fieldOf(answers, 'price')}
      currency={fieldOf(answers, 'currency')}
      currencies={currencies}
      label="Price"
      hint={`For everything together, before tax. ${hints.price}`}
    />
    <div className="pair">
      <TextField
        field={fieldOf(answers, 'concepts')}
        label="Concepts to choose from"
        inputMode="numeric"
        width="short"
      />
      <TextField
        field={fieldOf(answers, 'revisionRounds')}
        label="Rounds of changes"
        inputMode="numeric"
        width="short"
      />
    </div>
  </>
);

function DayFields({ answers, kinds, hints }: ProposalFormProps) {
  const hintOf: Partial<Record<MilestoneKind, string>> = {
    concepts: hints.concepts,
    handover: hints.handover,
  };
  return (
    <fieldset className="field fields">
      <legend>When each milestone is delivered</legend>
      <div className="pair">
        {kinds.map((kind) => (
          <DateField
            key={kind}
            field={fieldOf(answers, `${kind}On`)}
            label={MILESTONES[kind]}
            hint={hintOf[kind]}
          />
        ))}
      </div>
    </fieldset>
  );
}

const RightsFields = ({ answers }: ProposalFormProps) => (
  <>
    <CheckboxesField
      field={fieldOf(answers, 'rightsMedia')}
      label="Rights: media"
      hint="What the publisher may use the cover for."
      options={options(RIGHTS_MEDIA)}
      columns
    />
    <div className="pair">
      <SelectField
        field={fieldOf(answers, 'rightsTerritory')}
        label="Territory"
        options={options(RIGHTS_TERRITORIES)}
        empty="Choose"
      />
      <SelectField
        field={fieldOf(answers, 'rightsTerm')}
        label="Term"
        options={options(RIGHTS_TERMS)}
        empty="Choose"
      />
    </div>
    <Checkbox
      field={fieldOf(answers, 'rightsExclusive')}
      label="Exclusive"
      hint="Nobody else may use the cover while these rights last."
    />
    <TextField
      field={fieldOf(answers, 'creditLine')}
      label="Credit line"
      hint="How the designer is named in the book."
      optional
    />
  </>
);

const Declarations = ({ answers, hints }: ProposalFormProps) => (
  <>
    <RadioField
      field={fieldOf(answers, 'aiUse')}
      label="Images made with AI"
      hint={hints.ai || undefined}
      options={options(DECLARED_AI)}
    />
    <TextArea
      field={fieldOf(answers, 'aiNotes')}
      label="What AI is used for"
      rows={2}
      max={LONGEST_NOTES}
      optional
    />
    <RadioField
      field={fieldOf(answers, 'stockUse')}
      label="Stock images"
      hint={hints.stock || undefined}
      options={options(DECLARED_STOCK)}
    />
    <TextArea
      field={fieldOf(answers, 'stockNotes')}
      label="Which stock images"
      hint="Where they are from, and under which licence."
      rows={2}
      max={LONGEST_NOTES}
      optional
    />
  </>
);

function SamplesField({ answers, choices }: ProposalFormProps) {
  if (choices.length === 0)
    return (
      <p className="hint">
        <a href="/portfolio/new">Show a cover</a> in your portfolio, and proposals can point at it.
      </p>
    );
  return (
    <CheckboxesField
      field={fieldOf(answers, 'samples')}
      label="Covers to point at"
      hint={`Up to ${MOST_SAMPLES} of your portfolio that come near to this book.`}
      options={choices.map(({ id, title, author }) => ({ value: id, label: title, hint: author }))}
      columns
      optional
    />
  );
}
