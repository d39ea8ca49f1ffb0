/** A report as staff read it: who and what, the thing itself, and the decision. */
import type { ThreadLine } from '#app/domain/conversations/words.ts';
import { Actions, Button } from './buttons.tsx';
import { RadioField } from './choices.tsx';
import { TextArea } from './fields.tsx';
import { Form, HiddenFields } from './form.tsx';
import { fieldOf, type Answers } from './piece-fields.tsx';
import { Definition, Notice, Prose } from './text.tsx';
import { Thread } from './thread.tsx';

type FactsProps = {
  about: string;
  aboutHref: string;
  by: string;
  byHref: string;
  when: string;
  state: string;
  body: string;
};

/** Who told staff of whom, and what they said. */
export const ReportFacts = ({ about, aboutHref, by, byHref, when, state, body }: FactsProps) => (
  <div className="stack">
    <Definition
      items={[
        { term: 'About', value: <a href={aboutHref}>{about}</a> },
        { term: 'From', value: <a href={byHref}>{by}</a> },
        { term: 'When', value: when },
        { term: 'State', value: state },
      ]}
    />
    <h2>What they say</h2>
    <Prose text={body} />
  </div>
);

type ThingProps = {
  thing: { title: string; text: string; href: string | null } | null;
  lines: readonly ThreadLine[];
  /** The id of the message that was reported. */
  newest: string | null;
};

/** What was reported, as it is now. */
export function ReportedThing({ thing, lines, newest }: ThingProps) {
  if (newest)
    return (
      <section className="stack tight" aria-label="What was said">
        <p>
          <a href={`#m-${newest}`}>The message that was reported</a>, and what was said around it:
        </p>
        <Thread lines={lines} report={null} newest={newest} />
      </section>
    );
  if (!thing) return <Notice>What was reported is there no more.</Notice>;
  return (
    <section className="stack tight" aria-labelledby="thing">
      <h2 id="thing">{thing.href ? <a href={thing.href}>{thing.title}</a> : thing.title}</h2>
      {thing.text ? <Prose text={thing.text} /> : <p className="soft">There is no text of it to read.</p>}
    </section>
  );
}

type DecisionProps = {
  decided: { by: string; when: string; words: string } | null;
  /** Why the viewer may not decide. */
  partiality: string | null;
  answers: Answers;
  formToken: string;
  aboutHref: string;
};

/** What was decided, or the form to do so. */
export function Decision({ decided, partiality, answers, formToken, aboutHref }: DecisionProps) {
  if (decided)
    return (
      <section className="stack tight" aria-labelledby="decided">
        <h2 id="decided">Decided</h2>
        <Prose text={decided.words} />
        <p className="meta">
          {decided.by}, {decided.when}
        </p>
      </section>
    );
  if (partiality) return <Notice>{partiality}</Notice>;
  return (
    <section className="stack tight" aria-labelledby="decided">
      <h2 id="decided">Decide</h2>
      <p>
        A decision changes nothing by itself. To shut somebody out, <a href={aboutHref}>suspend them</a>.
      </p>
      <Form>
        <HiddenFields values={{ formToken }} />
        <RadioField
          field={fieldOf(answers, 'state')}
          label="Is it as they say?"
          options={[
            { value: 'upheld', label: 'Yes, and something was done about it' },
            { value: 'dismissed', label: 'No, or nothing is to be done' },
          ]}
        />
        <TextArea
          field={fieldOf(answers, 'decision')}
          label="Words for whoever reported it"
          hint="Nobody else is told."
          max={2000}
        />
        <Actions>
          <Button>Decide</Button>
        </Actions>
      </Form>
    </section>
  );
}
