/** What the people concerned can do with a brief, on its page. */
import { fieldId, errorTarget, type Missing } from '#app/domain/briefs/rules.ts';
import { Actions, LinkButton, PostButton } from './buttons.tsx';
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
  const shown = moves.filter(({ name }) => name !== 'publish' || missing.length === 0);
  return (
    <div className="stack no-print" id={fieldId('moves')}>
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
        {shown.map(({ name, label, asks, formToken }) =>
          asks ? (
            <LinkButton key={name} href={`${href}/move/${name}`}>
              {label}
            </LinkButton>
          ) : (
            <PostButton
              key={name}
              action={`${href}/move/${name}`}
              kind={name === 'publish' ? 'primary' : 'secondary'}
              hidden={{ formToken }}
            >
              {label}
            </PostButton>
          ),
        )}
        {editable && <LinkButton href={`${href}/edit`}>Edit</LinkButton>}
        {editable && <LinkButton href={`${href}/references`}>Reference images</LinkButton>}
        {duplicateToken && (
          <PostButton action={`${href}/duplicate`} kind="quiet" hidden={{ formToken: duplicateToken }}>
            Duplicate
          </PostButton>
        )}
      </Actions>
    </div>
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
