/** Answers that go on: a stream of server-sent events for one person, until either side ends it. */
import { findViewer } from '../auth/viewer.server.ts';
import { services } from '../services.server.ts';
import type { Args, SignedInVisit } from './gate.server.ts';
import { TooOften } from './refusal.ts';
import type { Source } from './streams.server.ts';

/** Nobody keeps it, packs it, or waits for more of it before handing it on. */
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

const RETRY_SECONDS = 60;

/** One event, as the protocol spells it. `data` is one line. */
export const eventText = (event: string, data: string, id?: string): string =>
  `event: ${event}\n${id ? `id: ${id}\n` : ''}data: ${data}\n\n`;

/** Throws a 429 for who has as many as may be. Whoever signs out, or is suspended, hears no more of it. */
export function eventStream(
  { request, context }: Args,
  { viewer }: Pick<SignedInVisit, 'viewer'>,
  source: Pick<Source, 'topic' | 'say'>,
): Response {
  if (!request.headers.get('Accept')?.includes('text/event-stream'))
    return new Response('This address is for a script that listens.\n', {
      status: 406,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  const isThere = async () =>
    (await findViewer(services(), request, new Date(), { counts: false }))?.id === viewer.id;
  const stream = services().streams.open({ ...source, personId: viewer.id, isThere });
  if (!stream) throw new TooOften(RETRY_SECONDS);
  context.whenLeft(stream.leave);
  return new Response(stream.body, { headers: HEADERS });
}
