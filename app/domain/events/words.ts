/** An entry of the log in words: who did what to whom, and what was so before and after. */
import { isRole, ROLES } from '../people/rules.ts';
import { PERSON_STATES, type PersonState } from '../people/staff.ts';
import { EVENT_TYPES, type EventType } from './rules.ts';

/** An event with the names of whatever it concerns; a name is null where there is no such thing, or not any more. */
export type LogEntry = {
  id: string;
  type: EventType;
  createdAt: Date;
  actor: { id: string; name: string } | null;
  subjectId: string;
  person: string | null;
  brief: string | null;
  piece: string | null;
  data: Record<string, unknown>;
};

export type Named = { name: string; href: string | null };
export type LogLine = {
  id: string;
  when: string;
  who: Named;
  what: string;
  /** Null when somebody did it to what is theirs alone. */
  whom: Named | null;
  /** "from Designer to Staff". */
  change: string | null;
  reason: string | null;
};

export const personHref = (id: string): string => `/admin/users/${id}`;

export function logLine(entry: LogEntry, say: { moment: (value: Date) => string }): LogLine {
  const { id, type, actor, createdAt, data } = entry;
  const { before, after, reason } = data;
  return {
    ...{ id, when: say.moment(createdAt), what: EVENT_TYPES[type] },
    who: actor ? { name: actor.name, href: personHref(actor.id) } : { name: 'Dustjacket', href: null },
    whom: whomOf(entry),
    change:
      typeof before === 'string' && typeof after === 'string'
        ? `from ${word(before)} to ${word(after)}`
        : null,
    reason: typeof reason === 'string' ? reason : null,
  };
}

function whomOf({ type, actor, subjectId, person, brief, piece, data }: LogEntry): Named | null {
  if (subjectId === actor?.id) return null;
  if (type.startsWith('brief.'))
    return { name: brief || 'Untitled brief', href: brief === null ? null : `/briefs/${subjectId}` };
  if (type.startsWith('piece.')) {
    const title = piece ?? data['title'];
    return { name: typeof title === 'string' && title !== '' ? title : 'Untitled cover', href: null };
  }
  return { name: person ?? 'Somebody unknown', href: person === null ? null : personHref(subjectId) };
}

/** Roles and states by their names; anything else as it was written down. */
const word = (value: string): string =>
  isRole(value) ? ROLES[value] : (PERSON_STATES[value as PersonState] ?? value);
