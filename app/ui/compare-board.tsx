/** Proposals side by side: a table where there is room, a card for each where there is not. */
import type { ReactNode } from 'react';
import type { Picture } from '#app/domain/images/picture.ts';
import type { CompareWords } from '#app/domain/proposals/compare.ts';
import { Actions, Button } from './buttons.tsx';
import { errorId, type FieldState } from './fields.tsx';
import { Form, Hidden } from './form.tsx';
import { StatusTag } from './status.tsx';
import { Samples } from './votes.tsx';

type Sample = { id: string; title: string; author: string; altText: string; picture: Picture };

export type BoardRow = {
  id: string;
  designer: string;
  status: { state: string; label: string };
  samples: readonly Sample[];
  words: CompareWords;
  /** What the note was when the page was opened. */
  was: string;
  note: FieldState;
  /** Done at once, with the notes saved. */
  act: { value: string; label: string } | null;
  /** Asked about on a page of their own. */
  links: { href: string; label: string }[];
};

const COLUMNS = [
  'Designer',
  'Price',
  'Final files',
  'Concepts',
  'Rounds',
  'Rights',
  'AI and stock',
  'Guests',
];

type BoardProps = { rows: readonly BoardRow[]; formToken: string; pictures: boolean };

/** One form for the whole page: several notes may be written before they are saved. */
export function CompareBoard({ rows, formToken, pictures }: BoardProps) {
  return (
    <Form enter={{ name: 'save', value: 'notes' }}>
      <Hidden name="formToken" value={formToken} />
      <table className="board">
        <caption className="vh">Proposals side by side</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row, at) => (
          <Proposal key={row.id} row={row} at={at} pictures={pictures} />
        ))}
      </table>
      <Actions>
        <Button name="save" value="notes">
          Save the notes
        </Button>
      </Actions>
    </Form>
  );
}

function Proposal({ row, at, pictures }: { row: BoardRow; at: number; pictures: boolean }) {
  const { id, designer, status, samples, words } = row;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup">
          <a href={`/proposals/${id}`}>{designer}</a>
          <p>
            <StatusTag {...status} />
          </p>
          <Samples samples={samples} pictures={pictures} />
        </th>
        <Cell label="Price">
          <b className="num">{words.price}</b>
        </Cell>
        <Cell label="Final files">
          {words.days}
          {words.finals && <p className="soft">{words.finals}</p>}
        </Cell>
        <Cell label="Concepts">{words.concepts}</Cell>
        <Cell label="Rounds">{words.rounds}</Cell>
        <Cell label="Rights">{words.rights}</Cell>
        <Cell label="AI and stock">
          {words.declared.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Cell>
        <Cell label="Guests">{words.votes || 'No votes'}</Cell>
      </tr>
      <tr>
        <td colSpan={COLUMNS.length}>
          <NoteAndMoves row={row} at={at} />
        </td>
      </tr>
    </tbody>
  );
}

/** Says its column itself where there are no columns. */
const Cell = ({ label, children }: { label: string; children: ReactNode }) => (
  <td data-label={label}>
    <div>{children}</div>
  </td>
);

function NoteAndMoves({ row: { id, designer, was, note, act, links }, at }: { row: BoardRow; at: number }) {
  const [error] = note.errors ?? [];
  return (
    <div className="noted">
      <Hidden name={`notes[${at}].id`} value={id} />
      {was && <Hidden name={`notes[${at}].was`} value={was} />}
      <div className={error ? 'field bad' : 'field'}>
        <label htmlFor={note.id}>
          Note<span className="vh"> about {designer}, for you alone</span>
        </label>
        {error && (
          <p className="error" id={errorId(note.id)}>
            {error}
          </p>
        )}
        <textarea
          id={note.id}
          name={note.name}
          rows={2}
          defaultValue={note.value}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? errorId(note.id) : undefined}
        />
      </div>
      <Actions>
        {act && (
          <Button kind="secondary" name="act" value={act.value}>
            {act.label}
          </Button>
        )}
        {links.map(({ href, label }) => (
          <a key={label} className="button quiet" href={href}>
            {label}
            <span className="vh">: {designer}</span>
          </a>
        ))}
      </Actions>
    </div>
  );
}
