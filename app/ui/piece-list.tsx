/** A designer's own pieces, in order. */
import { GENRES } from '#app/domain/covers/rules.ts';
import type { OwnPiece } from '#app/domain/portfolios/piece.ts';
import { missingToShow, MOVES, ownPageOf, type Move } from '#app/domain/portfolios/rules.ts';
import { Button } from './buttons.tsx';
import { Hidden } from './form.tsx';
import { OwnCover } from './piece-picture.tsx';
import { StatusTag } from './status.tsx';
import { MetaLine, Notice } from './text.tsx';

/** The place of a piece in its owner's list. */
export function ownPlace(position: number, id: string): string {
  const page = ownPageOf(position);
  return `/portfolio${page > 1 ? `?page=${page}` : ''}#piece-${id}`;
}

/** What a piece lacks, each with the way to its field. Renders nothing when it is complete. */
export function MissingToShow({ piece, page = '' }: { piece: OwnPiece; page?: string | undefined }) {
  const missing = missingToShow(piece);
  if (missing.length === 0) return null;
  return (
    <Notice title="A draft, which only you see. It still needs:">
      <ul>
        {missing.map(({ field, message }) => (
          <li key={field}>
            <a href={`${page}#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Says that a picture could not be prepared, and what to do. */
export const PictureFailed = ({ id }: { id: string }) => (
  <Notice title="This picture could not be prepared.">
    The file can be read only in part. <a href={`/portfolio/${id}/image`}>Try another file</a>
  </Notice>
);

type CardProps = { piece: OwnPiece; total: number; pictures: boolean };

/** One piece: how it stands, its place, and what can be done with it. */
export function OwnPieceCard({ piece, total, pictures }: CardProps) {
  const title = piece.title || 'Untitled cover';
  const at = `/portfolio/${piece.id}`;
  return (
    <li className="card" id={`piece-${piece.id}`}>
      <h2 className="title">
        <a href={`${at}/edit`}>{title}</a>
      </h2>
      {piece.author && <p>{piece.author}</p>}
      <div className="thumbs">
        <OwnCover sizes="thumb" {...{ piece, pictures }} />
      </div>
      <MetaLine>
        <StatusTag
          {...(piece.shownAt ? { state: 'now', label: 'Shown' } : { state: 'draft', label: 'Draft' })}
        />
        <span className="num">
          {piece.position} of {total}
        </span>
        {piece.genre && GENRES[piece.genre]}
      </MetaLine>
      <MissingToShow piece={piece} page={`${at}/edit`} />
      {piece.pictureFailed && <PictureFailed id={piece.id} />}
      <MoveForm {...{ piece, total, title }} />
      <ul className="links small">
        <Way href={`${at}/edit`} label="Edit" of={title} />
        <Way href={`${at}/image`} label="Replace picture" of={title} />
        <Way href={`${at}/delete`} label="Delete" of={title} />
        {piece.shownAt && <Way href={`/covers/${piece.id}`} label="Public page" of={title} />}
      </ul>
    </li>
  );
}

const Way = ({ href, label, of }: { href: string; label: string; of: string }) => (
  <li>
    <a href={href}>
      {label}
      <span className="vh">: {of}</span>
    </a>
  </li>
);

/** The moves that lead somewhere. `from` makes a second click find the piece moved already. */
function MoveForm({ piece, total, title }: { piece: OwnPiece; total: number; title: string }) {
  const moves: Move[] = [
    ...(piece.position > 1 ? (['first', 'up'] as const) : []),
    ...(piece.position < total ? (['down', 'last'] as const) : []),
  ];
  if (moves.length === 0) return null;
  return (
    <form className="row" method="post" action={`/portfolio/${piece.id}/move`}>
      <Hidden name="from" value={String(piece.position)} />
      <span className="small soft">Move</span>
      {moves.map((move) => (
        <Button key={move} kind="quiet" name="move" value={move}>
          {MOVES[move]}
          <span className="vh">: {title}</span>
        </Button>
      ))}
    </form>
  );
}
