/** Guests' votes: what a guest is asked, and what a publisher reads. */
import type { ReactNode } from 'react';
import type { Picture } from '#app/domain/images/picture.ts';
import { Button, PostButton } from './buttons.tsx';
import { Checkbox, RadioField } from './choices.tsx';
import { CoverImage } from './covers.tsx';
import { TextArea, TextField, type FieldState, type Option } from './fields.tsx';
import { Form, Hidden } from './form.tsx';
import { altOf, coverPicture } from './piece-picture.tsx';
import { Records } from './records.tsx';
import { StatusTag } from './status.tsx';
import { Definition, MetaLine, type Fact } from './text.tsx';

type Sample = { id: string; title: string; author: string; altText: string; picture: Picture };

/** A few covers of a designer's, one height, small. */
export function Samples({ samples, pictures }: { samples: readonly Sample[]; pictures: boolean }) {
  if (samples.length === 0) return null;
  return (
    <div className="thumbs">
      {samples.map((sample) => (
        <CoverImage
          key={sample.id}
          {...coverPicture(sample.picture, altOf(sample))}
          title={sample.title}
          sizes="thumb"
          pictures={pictures}
        />
      ))}
    </div>
  );
}

export type Asked = {
  id: string;
  designer: string;
  facts: readonly Fact[];
  samples: readonly Sample[];
  score: FieldState;
  comment: FieldState;
};

type BallotProps = {
  asked: readonly Asked[];
  name: FieldState;
  guest: string;
  scores: readonly Option[];
  hasVoted: boolean;
  pictures: boolean;
};

/** Every proposal with its question, in one form. */
export function Ballot({ asked, name, guest, scores, hasVoted, pictures }: BallotProps) {
  return (
    <Form>
      <Hidden name="guest" value={guest} />
      <TextField
        field={name}
        label="Your name"
        hint="The publisher reads it beside what you say."
        autoComplete="name"
      />
      {asked.map((proposal, at) => (
        <section key={proposal.id} className="form-section" aria-labelledby={`proposal-${at}`}>
          <h2 id={`proposal-${at}`}>
            <span>{at + 1}</span> <span>{proposal.designer}</span>
          </h2>
          <div className="fields">
            <Samples samples={proposal.samples} pictures={pictures} />
            <Definition items={proposal.facts} />
            <Hidden name={`votes[${at}].proposalId`} value={proposal.id} />
            <RadioField field={proposal.score} label="What do you think?" options={scores} columns optional />
            <TextArea field={proposal.comment} label="In your words" rows={3} max={1000} optional />
          </div>
        </section>
      ))}
      <Button>{hasVoted ? 'Change my votes' : 'Send my votes'}</Button>
    </Form>
  );
}

export type LinkRow = {
  id: string;
  label: string;
  state: string;
  word: string;
  facts: readonly string[];
  /** Closes it; null when there is nothing to close. */
  close: { action: string; formToken: string } | null;
};

export function LinkList({ rows }: { rows: readonly LinkRow[] }) {
  return (
    <Records caption="Links for guests" columns={['Link', 'State', 'To close']}>
      {rows.map(({ id, label, state, word, facts, close }) => (
        <tr key={id}>
          <th scope="row">
            {label}
            <MetaLine>
              {facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </MetaLine>
          </th>
          <td>
            <StatusTag state={state} label={word} />
          </td>
          <td>
            {close && (
              <PostButton action={close.action} kind="quiet" hidden={{ formToken: close.formToken }}>
                Close<span className="vh"> the link {label}</span>
              </PostButton>
            )}
          </td>
        </tr>
      ))}
    </Records>
  );
}

type LinkFormProps = { label: FieldState; showsPrice: FieldState; formToken: string };

/** Makes a link. */
export function LinkForm({ label, showsPrice, formToken }: LinkFormProps) {
  return (
    <Form>
      <Hidden name="formToken" value={formToken} />
      <TextField
        field={label}
        label="For whom it is"
        hint="Such as “Editorial meeting”. Only you see it."
        optional
      />
      <Checkbox field={showsPrice} label="Guests see what each proposal costs" />
      <Button>Make a link</Button>
    </Form>
  );
}

export type Result = {
  id: string;
  designer: string;
  score: string;
  votes: { guest: string; score: string; comment: string }[];
};

/** What was said of each proposal. */
export function Results({ results }: { results: readonly Result[] }): ReactNode {
  return results.map(({ id, designer, score, votes }) => (
    <section key={id} className="stack tight">
      <h3>
        <a href={`/proposals/${id}`}>{designer}</a>
      </h3>
      <p className="num">{score}</p>
      <Records caption={`Votes on ${designer}’s proposal`} columns={['Guest', 'Vote', 'Comment']}>
        {votes.map(({ guest, score: vote, comment }, at) => (
          <tr key={at}>
            <th scope="row">{guest}</th>
            <td>{vote}</td>
            <td className="as-typed">{comment}</td>
          </tr>
        ))}
      </Records>
    </section>
  ));
}
