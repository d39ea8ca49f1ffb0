/** What the people concerned can do with a brief, on its page. */
import { errorTarget, type Missing } from '#app/domain/briefs/rules.ts';
import { Actions, LinkButton, PostButton, type ButtonKind } from './buttons.tsx';
import { Notice } from './text.tsx';

/** Each form has a token of its own: they take effect once each, not once together. */
export type BriefMove = { name: string; label: string; asks: boolean; formToken: string };

type BriefMovesProps = {
  /** The page of the brief. */
  href: string;
  moves: readonly BriefMove[];
  /** For duplicating, which is the owner's alone; null for others. */
  duplicateToken: string | null;
  editable: boolean;
  missing: readonly Missing[];
  overdue: boolean;
};

/** Buttons for the moves there are now, and what stands in the way of publishing. Not printed. */
export function BriefMoves({ href, moves, duplicateToken, editable, missing, overdue }: BriefMovesProps) {
  const [publish] = moves.filter(({ name }) => name === 'publish' && missing.length === 0);
  const cancel = moves.find(({ name }) => name === 'cancel');
  const others = moves.filter(({ name }) => name !== 'publish' && name !== 'cancel');
  return (
    <div className="stack no-print">
      {missing.length > 0 && <MissingNotice missing={missing} edit={`${href}/edit`} />}
      {overdue && (
        <Notice title="The day of the final files has passed">
          <p>
            The brief is not in the public list any more.{' '}
            <a href={`${href}/edit#${errorTarget('finalOn')}`}>Choose another day</a>, or close the brief.
          </p>
        </Notice>
      )}
      <Actions>
        {publish && <MoveButton href={href} move={publish} kind="primary" />}
        {editable && (
          <LinkButton href={`${href}/edit`} kind={missing.length > 0 ? 'primary' : 'secondary'}>
            Edit
          </LinkButton>
        )}
        {editable && <LinkButton href={`${href}/references`}>Reference images</LinkButton>}
        {others.map((move) => (
          <MoveButton key={move.name} href={href} move={move} kind="secondary" />
        ))}
        {duplicateToken && (
          <PostButton action={`${href}/duplicate`} kind="quiet" hidden={{ formToken: duplicateToken }}>
            Duplicate
          </PostButton>
        )}
        {cancel && <MoveButton href={href} move={cancel} kind="quiet" />}
      </Actions>
    </div>
  );
}

type MoveButtonProps = { href: string; move: BriefMove; kind: ButtonKind };

/** A move that asks first leads to its question; any other happens at once. */
function MoveButton({ href, move: { name, label, asks, formToken }, kind }: MoveButtonProps) {
  const place = `${href}/move/${name}`;
  if (asks)
    return (
      <LinkButton href={place} kind={kind}>
        {label}
      </LinkButton>
    );
  return (
    <PostButton action={place} kind={kind} hidden={{ formToken }}>
      {label}
    </PostButton>
  );
}

/** What is missing before designers can see the brief, each leading to its field. */
export function MissingNotice({ missing, edit }: { missing: readonly Missing[]; edit: string }) {
  return (
    <Notice title="Before designers can see this brief">
      <ul>
        {missing.map(({ field, message }) => (
          <li key={field}>
            <a href={`${edit}#${errorTarget(field)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
