import type { ActionFunctionArgs } from '@remix-run/node';
import { Invalid, NotFound } from '../domain/errors.ts';
import { isUuid } from '../domain/ids.ts';
import { movePiece } from '../domain/portfolios/commands.server.ts';
import { getOwnPiece } from '../domain/portfolios/queries.server.ts';
import { MOVES } from '../domain/portfolios/rules.ts';
import { readForm } from '../http/form.server.ts';
import { designer } from '../http/gate.server.ts';
import { oneOfParam } from '../http/query.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { ownPlace } from '../ui/piece-list.tsx';

export const loader = async () => seeOther('/portfolio');

/** Moves a piece, and goes to where it stands now. */
export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer } = await designer(args);
  const { pieceId } = args.params;
  if (!isUuid(pieceId)) throw new NotFound('There is no such cover in your portfolio.');
  await getOwnPiece(db, viewer, pieceId);
  const fields = await readForm(args);
  const move = oneOfParam(fields.get('move'), MOVES);
  if (!move) throw new Invalid('Say where the cover is to go.');
  const { position, count, done } = await movePiece(db, viewer, pieceId, {
    move,
    from: Number(fields.get('from')),
  });
  const message = done
    ? `Moved to place ${position} of ${count}.`
    : 'The order had changed in another window, so nothing was moved.';
  return seeOther(ownPlace(position, pieceId), message);
});

/** Never shown: with it a refusal becomes a page, where a route without one would answer in bare JSON. */
export default function Moved() {
  return null;
}
