/** Tells those whom an event concerns, in the transaction of the change it tells of. */
import type { Db } from '#db/client.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { recordEvent, type NewEvent } from '../events/commands.server.ts';
import { NOTICES, type Concerned, type NoticeType } from './rules.ts';

/** The people an event concerns, by what they are to it. Only those whom `NOTICES` names are told. */
export type Parties = Partial<Record<Concerned, string | readonly string[]>>;

/** Records an event, and tells everybody it concerns but the one who did it: in their list at once, by mail as they chose. */
export async function announce(
  tx: Db,
  queue: Queue,
  event: NewEvent & { type: NoticeType },
  parties: Parties,
): Promise<void> {
  const eventId = await recordEvent(tx, event);
  const concerned = NOTICES[event.type].to.flatMap((party: Concerned) => parties[party] ?? []);
  const told = [...new Set(concerned)].filter((personId) => personId !== event.actorId);
  if (told.length === 0) return;
  await tx.insert(notifications).values(told.map((personId) => ({ personId, eventId })));
  await queue.enqueue(tx, 'mail.notice', { eventId });
}
