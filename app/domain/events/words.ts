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
  /** Whose history it belongs to. */
  briefId: string | null;
  projectId: string | null;
  person: string | null;
  brief: string | null;
  project: string | null;
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
  /** What a change has made out of date, in sentences. */
  stale: string[];
};

/** What an event says became out of date. */
export const staleIn = ({ stale }: Record<string, unknown>): string[] =>
  Array.isArray(stale) ? stale.filter((line) => typeof line === 'string') : [];

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
    stale: staleIn(data),
  };
}

/** Subjects that have no name of their own, and belong to no brief or project. */
const NAMELESS = /^(mail|message|report|search)\./;

function whomOf({ type, actor, data, ...entry }: LogEntry): Named | null {
  const { subjectId, briefId, projectId, person, brief, project, piece } = entry;
  if (subjectId === actor?.id) return null;
  if (type.startsWith('piece.')) {
    const title = piece ?? data['title'];
    return { name: typeof title === 'string' && title !== '' ? title : 'Untitled cover', href: null };
  }
  if (person !== null) return { name: person, href: personHref(subjectId) };
  if (project !== null) return { name: project, href: `/projects/${projectId}` };
  if (briefId !== null || type.startsWith('brief.'))
    return {
      name: brief || 'Untitled brief',
      href: brief === null ? null : `/briefs/${briefId ?? subjectId}`,
    };
  return NAMELESS.test(type) ? null : { name: 'Somebody unknown', href: null };
}

/** Roles and states by their names; anything else as it was written down. */
const word = (value: string): string =>
  isRole(value) ? ROLES[value] : (PERSON_STATES[value as PersonState] ?? value);
