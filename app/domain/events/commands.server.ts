import type { Db } from '#db/client.server.ts';
import { events } from '#db/schema/events.server.ts';
import type { EventType } from './rules.ts';

export type NewEvent = {
  type: EventType;
  /** Who did it; null for the house itself. */
  actorId: string | null;
  /** What it happened to. */
  subjectId: string;
  data?: Record<string, unknown>;
};

/** Records what happened, in the caller's transaction. */
export async function recordEvent(db: Db, event: NewEvent): Promise<void> {
  await db.insert(events).values(event);
}
