/** Disputes: what both sides say, and the forms by which one is opened, answered and decided. */
import type { DisputeSheet } from '#app/domain/projects/dispute-sheet.ts';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { RadioField } from './choices.tsx';
import { TextArea, TextField, type Option } from './fields.tsx';
import { Form, Hidden } from './form.tsx';
import { fieldOf, type Answers } from './piece-fields.tsx';
import { Records } from './records.tsx';
import { StatusTag } from './status.tsx';
import { MetaLine, Prose } from './text.tsx';

/** One dispute: grounds, both statements, and how it ended. */
export function DisputeRecord({ dispute, level = 2 }: { dispute: DisputeSheet; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const Part = level === 2 ? 'h3' : 'h4';
  const { status, ground, opener, other, opened, statement, wish, reply, decision, award, ended } = dispute;
  return (
    <article className="stack">
      <div className="stack tight">
        <Heading>{ground}</Heading>
        <MetaLine>
          <StatusTag {...status} />
          {`Opened by ${opener} on ${opened}${ended ? `, ended on ${ended}` : ''}`}
        </MetaLine>
      </div>
      <div className="stack tight">
        <Part>What {opener} says</Part>
        <Prose text={statement} />
      </div>
      <div className="stack tight">
        <Part>What would settle it</Part>
        <Prose text={wish} />
      </div>
      <div className="stack tight">
        <Part>What {other} says</Part>
        {reply ? (
          <>
            <Prose text={reply.text} />
            <p className="meta">{reply.when}</p>
          </>
        ) : (
          <p className="soft">Nothing yet.</p>
        )}
      </div>
      {decision && (
        <div className="stack tight">
          <Part>What staff decided</Part>
          {award && (
            <p>
              The project is worth <b className="num">{award}</b> in all.
            </p>
          )}
          <Prose text={decision} />
        </div>
      )}
    </article>
  );
}

type FormProps = { answers: Answers; formToken: string; cancel: string };

export function OpenDisputeForm({
  answers,
  formToken,
  cancel,
  grounds,
}: FormProps & { grounds: readonly Option[] }) {
  return (
    <Form>
      <Hidden name="formToken" value={formToken} />
      <RadioField field={fieldOf(answers, 'ground')} label="What is it about?" options={grounds} />
      <TextArea
        field={fieldOf(answers, 'statement')}
        label="What happened"
        hint="With days and amounts, where there are any. The other side and staff read it."
        rows={8}
        max={5000}
      />
      <TextArea
        field={fieldOf(answers, 'wish')}
        label="What would settle it"
        hint="Such as another delivery, another date, or a part of the price."
        rows={4}
        max={5000}
      />
      <Actions>
        <Button kind="danger">Open a dispute</Button>
        <LinkButton href={cancel} kind="quiet">
          Go back
        </LinkButton>
      </Actions>
    </Form>
  );
}

export function ReplyForm({ answers, formToken, cancel }: FormProps) {
  return (
    <Form>
      <Hidden name="formToken" value={formToken} />
      <TextArea
        field={fieldOf(answers, 'reply')}
        label="How you see it"
        hint="You can say this once. The other side and staff read it."
        rows={8}
        max={5000}
      />
      <Actions>
        <Button>Send your answer</Button>
        <LinkButton href={cancel} kind="quiet">
          Go back
        </LinkButton>
      </Actions>
    </Form>
  );
}

type DecisionProps = FormProps & { currency: string; price: string };

export function DecisionForm({ answers, formToken, cancel, currency, price }: DecisionProps) {
  return (
    <Form>
      <Hidden name="formToken" value={formToken} />
      <TextField
        field={fieldOf(answers, 'award')}
        label={`What the project is worth in all, in ${currency}`}
        hint={`From 0 to ${price}, which is the price. What was paid already counts towards it.`}
        inputMode="decimal"
        autoComplete="off"
        width="short"
      />
      <TextArea
        field={fieldOf(answers, 'decision')}
        label="What you decide, and why"
        hint="Both sides read it. The project ends with it."
        rows={8}
        max={5000}
      />
      <Actions>
        <Button kind="danger">Decide the dispute</Button>
        <LinkButton href={cancel} kind="secondary">
          Settle it instead
        </LinkButton>
      </Actions>
    </Form>
  );
}

export type DisputeRow = {
  href: string;
  title: string;
  ground: string;
  opener: string;
  between: string;
  since: string;
  standing: string;
};

export function DisputesTable({ rows }: { rows: readonly DisputeRow[] }) {
  return (
    <Records caption="Disputes" columns={['Book and grounds', 'Between', 'Opened', 'How it stands']}>
      {rows.map(({ href, title, ground, opener, between, since, standing }) => (
        <tr key={href}>
          <th scope="row">
            <a href={href}>{title}</a>
            <p className="meta">
              {ground}, says {opener}
            </p>
          </th>
          <td>{between}</td>
          <td className="num">{since}</td>
          <td>{standing}</td>
        </tr>
      ))}
    </Records>
  );
}
