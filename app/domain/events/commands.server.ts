import type { Db } from '#db/client.server.ts';
import { events } from '#db/schema/events.server.ts';
import type { EventType } from './rules.ts';

export type NewEvent = {
  type: EventType;
  /** Who did it; null for the house itself. */
  actorId: string | null;
  /** What it happened to. */
  subjectId: string;
  /** The brief and the project whose history it belongs to. */
  briefId?: string;
  projectId?: string;
  data?: Record<string, unknown>;
};

/** Records what happened, in the caller's transaction. → the event's id. */
export async function recordEvent(db: Db, event: NewEvent): Promise<string> {
  const [row] = await db.insert(events).values(event).returning({ id: events.id });
  if (!row) throw new Error('the event was not recorded');
  return row.id;
}
