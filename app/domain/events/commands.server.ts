import { randomUUID } from 'node:crypto';
import type { Db } from '#db/client.server.ts';
import { events } from '#db/schema/events.server.ts';
import type { EventType } from './rules.ts';

export type NewEvent = {
  type: EventType;
  /** Who did it; null for the house itself. */
  actorId: string | null;
  /** What it happened to. */
  subjectId: string;
  /** The brief and the project whose history it belongs to; of what happens to a brief itself, that brief. */
  briefId?: string;
  projectId?: string;
  data?: Record<string, unknown>;
};

/** Records what happened, in the caller's transaction. → the event's id. */
export async function recordEvent(db: Db, event: NewEvent): Promise<string> {
  const briefId = event.briefId ?? (event.type.startsWith('brief.') ? event.subjectId : undefined);
  const [row] = await db
    .insert(events)
    .values({ ...event, id: orderedId(), briefId })
    .returning({ id: events.id });
  if (!row) throw new Error('the event was not recorded');
  return row.id;
}

let recorded = 0;

/**
 * An id that sorts after every one this process has given before: what one transaction records has one moment, and is read
 * in the order it was recorded in. A UUID of version 8, which is what its maker says: a count, then chance.
 */
function orderedId(): string {
  recorded += 1;
  const count = recorded.toString(16).padStart(12, '0');
  return `${count.slice(0, 8)}-${count.slice(8)}-8${randomUUID().slice(15)}`;
}
