import type { LoaderFunctionArgs } from '@remix-run/node';
import { renderToStaticMarkup } from 'react-dom/server';
import { partiesOf } from '../domain/conversations/conversation.ts';
import { getConversation, listMessages } from '../domain/conversations/queries.server.ts';
import { placeOf, receiptOf, threadHead, threadLines } from '../domain/conversations/words.ts';
import { Forbidden } from '../domain/errors.ts';
import { decodeCursor } from '../domain/paging.ts';
import { wordsFor } from '../http/format.ts';
import { watching } from '../http/gate.server.ts';
import { eventStream, eventText } from '../http/live.server.ts';
import { respond } from '../http/respond.server.ts';
import { Thread } from '../ui/thread.tsx';

/**
 * What is said and read from a place on, as it happens. Whatever is heard, the answer is what the conversation holds now, so that
 * nothing is missed which was told while nobody listened.
 */
export const loader = respond(async (args: LoaderFunctionArgs) => {
  const visit = await watching(args);
  const { db, viewer } = visit;
  const conversation = await getConversation(db, viewer, args.params['conversationId']);
  const { id } = conversation;
  if (conversation.side === 'staff')
    throw new Forbidden('Only the two whose conversation it is listen to it.');
  const { report } = threadHead(conversation, viewer);
  const { name } = partiesOf(conversation).other;
  const words = wordsFor(viewer);
  const { searchParams } = new URL(args.request.url);
  let place = args.request.headers.get('Last-Event-ID') ?? searchParams.get('since') ?? '';
  let told = '';

  const now = async (): Promise<string> => {
    const current = await getConversation(db, viewer, id);
    const { rows } = await listMessages(db, id, {});
    const since = dateOf(place);
    const fresh = rows.filter(({ createdAt }) => !since || createdAt > since);
    const receipt = receiptOf(rows, current, viewer, words);
    const last = fresh.at(-1);
    if (!last && receipt === told) return '';
    const lines = threadLines(fresh, current, viewer, words, since);
    if (last) place = placeOf(last);
    told = receipt;
    const html = renderToStaticMarkup(<Thread lines={lines} report={report} />);
    return eventText('said', JSON.stringify({ html, receipt }), place);
  };

  return eventStream(args, visit, {
    topic: id,
    async say(heard) {
      const [kind, personId] = heard?.split(' ') ?? [];
      if (kind !== 'typing') return now();
      return personId === viewer.id ? '' : eventText('typing', name.replace(/\s+/g, ' '));
    },
  });
});

/** When the message at this place was said; null for none, and for what is no place. */
function dateOf(place: string): Date | null {
  const date = new Date(decodeCursor(place)?.key ?? NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
