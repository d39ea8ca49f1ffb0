import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { markRead } from '../domain/conversations/commands.server.ts';
import { partiesOf } from '../domain/conversations/conversation.ts';
import { getConversation } from '../domain/conversations/queries.server.ts';
import { Invalid } from '../domain/errors.ts';
import { decodeCursor, isMoment } from '../domain/paging.ts';
import { readForm } from '../http/form.server.ts';
import { tapping } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';

/** Reached by hand, there is nothing to see here. */
export const loader = ({ params }: LoaderFunctionArgs) =>
  seeOther(`/messages/${encodeURIComponent(params['conversationId'] ?? '')}`);

/** Told by the page's script: it has shown what came in, up to a place. */
export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, now } = await tapping(args);
  const conversation = await getConversation(db, viewer, args.params['conversationId']);
  const place = decodeCursor((await readForm(args)).get('upTo'));
  if (!place || !isMoment(place.key)) throw new Invalid('Nobody can tell how far that is.');
  const last = { authorId: partiesOf(conversation).other.id, createdAt: new Date(place.key) };
  await markRead(db, viewer, conversation, [last], now);
  const { id } = conversation;
  return seeOther(`/messages/${id}`);
});

/** Never shown: with it a refusal becomes a page, where a route without one would answer in bare JSON. */
export default function Told() {
  return null;
}
