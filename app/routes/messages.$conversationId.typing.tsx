import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { signal } from '../domain/conversations/live.server.ts';
import { getConversation } from '../domain/conversations/queries.server.ts';
import { tapping } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';

/** Reached by hand, there is nothing to see here. */
export const loader = ({ params }: LoaderFunctionArgs) =>
  seeOther(`/messages/${encodeURIComponent(params['conversationId'] ?? '')}`);

/** Told by the page's script: the viewer is writing. It is passed on and kept nowhere. */
export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer } = await tapping(args);
  const { id, side, blockedBy } = await getConversation(db, viewer, args.params['conversationId']);
  if (side !== 'staff' && blockedBy.length === 0)
    await signal(db, { kind: 'typing', conversationId: id, personId: viewer.id });
  return seeOther(`/messages/${id}`);
});

/** Never shown: with it a refusal becomes a page, where a route without one would answer in bare JSON. */
export default function Told() {
  return null;
}
