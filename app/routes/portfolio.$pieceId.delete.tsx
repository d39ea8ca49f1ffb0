import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotFound } from '../domain/errors.ts';
import { isUuid } from '../domain/ids.ts';
import { once } from '../domain/once.server.ts';
import { removePiece } from '../domain/portfolios/commands.server.ts';
import { getOwnPiece } from '../domain/portfolios/queries.server.ts';
import { formToken, mintFormToken, readForm } from '../http/form.server.ts';
import { designer } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { ConfirmBox } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { ownPlace } from '../ui/piece-list.tsx';

export const meta: MetaFunction = () => [{ title: 'Delete a cover · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await designer(args);
  const { pieceId } = args.params;
  if (!isUuid(pieceId)) throw new NotFound('There is no such cover in your portfolio.');
  const { id, title, position, shownAt } = await getOwnPiece(db, viewer, pieceId);
  return {
    id,
    title: title || 'Untitled cover',
    back: ownPlace(position, id),
    shown: shownAt !== null,
    formToken: mintFormToken(viewer),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer } = await designer(args);
  const { pieceId } = args.params;
  if (!isUuid(pieceId)) throw new NotFound('There is no such cover in your portfolio.');
  const fields = await readForm(args);
  // A repeat finds the cover gone and still is a success; what has no token is no repeat.
  if (!fields.has('formToken')) await getOwnPiece(db, viewer, pieceId);
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await removePiece(tx, queue, viewer, pieceId);
    return '/portfolio';
  });
  return seeOther(location, 'The cover is deleted.');
});

export default function DeletePiece() {
  const { id, title, back, shown, formToken } = useLoaderData<typeof loader>();
  return (
    <div className="narrow stack">
      <PageHead
        title="Delete a cover"
        above={<Breadcrumb items={[{ label: 'Portfolio', href: back }, { label: 'Delete a cover' }]} />}
      />
      <ConfirmBox
        title={`Delete “${title}”?`}
        text={`Its picture, your original file and its details are removed${shown ? ', and its public page is gone' : ''}. This cannot be undone.`}
        action={`/portfolio/${id}/delete`}
        confirm="Delete the cover"
        cancel={back}
        cancelLabel="Keep it"
        hidden={{ formToken }}
        danger
      />
    </div>
  );
}
