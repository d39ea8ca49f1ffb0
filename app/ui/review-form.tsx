/** The form of a review, and that of a reply to one. */
import type { ProjectSide } from '#app/domain/projects/rules.ts';
import {
  DOES_NOT_APPLY,
  LONGEST_REPLY,
  REVIEW_QUESTIONS,
  REVIEW_TEXT,
  SCORES,
  type Ratings,
} from '#app/domain/reviews/rules.ts';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { SelectField, TextArea } from './fields.tsx';
import { ErrorSummary, Form, Hidden } from './form.tsx';
import { fieldOf, problemsOf, type Answers } from './piece-fields.tsx';

const SCORE_OPTIONS = [
  ...Object.entries(SCORES)
    .map(([value, label]) => ({ value, label }))
    .reverse(),
  { value: DOES_NOT_APPLY, label: 'Does not apply' },
];

/** A review as it was written, for its form; null is one that is begun. */
export function reviewAnswers(side: ProjectSide, review: { ratings: Ratings; body: string } | null): Answers {
  if (!review) return { values: {} };
  const scores = Object.keys(REVIEW_QUESTIONS[side]).map((key): [string, string] => [
    key,
    String(review.ratings[key] ?? DOES_NOT_APPLY),
  ]);
  return { values: { ...Object.fromEntries<string>(scores), body: review.body } };
}

type FormProps = {
  answers: Answers;
  formToken: string;
  side: ProjectSide;
  /** Whom it is about. */
  about: string;
  submit: string;
};

/** What one side is asked of the other. */
export function ReviewForm({ answers, formToken, side, about, submit }: FormProps) {
  const { least, most } = REVIEW_TEXT;
  return (
    <>
      <ErrorSummary errors={problemsOf(answers)} />
      <Form>
        <Hidden name="formToken" value={formToken} />
        <div className="pair">
          {Object.entries(REVIEW_QUESTIONS[side]).map(([key, label]) => (
            <SelectField
              key={key}
              field={fieldOf(answers, key)}
              label={label}
              options={SCORE_OPTIONS}
              empty="Choose"
              width="short"
            />
          ))}
        </div>
        <TextArea
          field={fieldOf(answers, 'body')}
          label={`How was it to work with ${about}?`}
          hint={`For those who think about working with them: what went well, what did not. From ${least} to ${most.toLocaleString('en-GB')} characters.`}
          rows={8}
        />
        <Actions>
          <Button>{submit}</Button>
        </Actions>
      </Form>
    </>
  );
}

type ReplyProps = { answers: Answers; formToken: string; cancel: string };

/** One reply; it cannot be changed afterwards. */
export const ReplyForm = ({ answers, formToken, cancel }: ReplyProps) => (
  <>
    <ErrorSummary errors={problemsOf(answers)} />
    <Form>
      <Hidden name="formToken" value={formToken} />
      <TextArea
        field={fieldOf(answers, 'reply')}
        label="Your reply"
        hint="Everybody who reads the review reads it too. You can reply once, and not change it afterwards."
        max={LONGEST_REPLY}
        rows={6}
      />
      <Actions>
        <Button>Send reply</Button>
        <LinkButton href={cancel} kind="quiet">
          Go back
        </LinkButton>
      </Actions>
    </Form>
  </>
);
