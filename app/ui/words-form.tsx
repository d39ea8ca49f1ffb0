/** A page that takes one text about a delivery: a question, or the answer to one. */
import { LONGEST } from '#app/domain/deliveries/rules.ts';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { TextArea } from './fields.tsx';
import { ErrorSummary, Form, Hidden } from './form.tsx';
import { PageHead } from './layout.tsx';
import { milestonePath } from './milestone-page.tsx';
import { Breadcrumb } from './navigation.tsx';
import { Prose } from './text.tsx';

type WordsProps = {
  page: { id: string; title: string; name: string; here: string; formToken: string };
  refused: { problem: string; body: string } | undefined;
  title: string;
  lede: string;
  /** What is answered. */
  quote?: string;
  label: string;
  action: string;
  submit: string;
};

export function WordsForm({ page, refused, title, lede, quote, label, action, submit }: WordsProps) {
  const errors = refused ? [refused.problem] : [];
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={[...milestonePath(page), { label: title }]} />}
        {...{ title, lede }}
      />
      <ErrorSummary errors={errors.map((message) => ({ id: 'body', message }))} />
      {quote && (
        <blockquote>
          <Prose text={quote} />
        </blockquote>
      )}
      <Form action={action}>
        <Hidden name="formToken" value={page.formToken} />
        <TextArea
          field={{ id: 'body', name: 'body', value: refused?.body, errors }}
          label={label}
          max={LONGEST.question}
        />
        <Actions>
          <Button>{submit}</Button>
          <LinkButton href={page.here} kind="quiet">
            Back
          </LinkButton>
        </Actions>
      </Form>
    </div>
  );
}
