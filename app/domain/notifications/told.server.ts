/** What a notice is told from: its event, with the name of whoever did it; and what is known of who reads it. */
import { eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { people } from '#db/schema/people.server.ts';
import type { Role } from '../people/rules.ts';
import { sideOf, type NoticeType } from './rules.ts';
import { noticeWords, type NoticeWords, type Reader, type Told } from './words.ts';

export const actors = alias(people, 'actors');

export const TOLD = {
  // Nothing else is announced.
  type: sql<NoticeType>`${events.type}`,
  ...{ subjectId: events.subjectId, briefId: events.briefId, projectId: events.projectId },
  ...{ data: events.data, actor: { id: actors.id, name: actors.name } },
};
export const toEvent = eq(events.id, notifications.eventId);
export const toActor = eq(actors.id, events.actorId);

export const RECIPIENT = {
  ...{ id: people.id, role: people.role, locale: people.locale, timeZone: people.timeZone },
};
export type Recipient = { id: string; role: Role; locale: string; timeZone: string };

/** Makes the formatters of one reader: the http room has them, and this one may not know it. */
export type SayFor = (reader: Pick<Recipient, 'locale' | 'timeZone'>) => Reader['say'];

/** An event in words for one person. */
export const wordsOf = (told: Told, recipient: Recipient, sayFor: SayFor): NoticeWords =>
  noticeWords(told, {
    ...{ id: recipient.id, side: sideOf(recipient.role, told.type), say: sayFor(recipient) },
  });
