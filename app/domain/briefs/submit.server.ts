/** What happens when the brief form is sent: once, over the right version, and then on to where the button says. */
import type { Database, Db } from '#db/client.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { once } from '../once.server.ts';
import type { Person } from '../people/rules.ts';
import { draftBrief, saveBrief } from './commands.server.ts';
import { IncompleteBrief, StaleBrief } from './errors.ts';
import type { BriefDetails } from './form.ts';
import { moveBrief } from './moves.server.ts';
import { getOwnBrief } from './queries.server.ts';
import { BRIEF, BRIEF_SECTIONS, fieldInForm, type BriefState } from './rules.ts';
import { differences, type Say } from './words.ts';

export type SentBrief = {
  /** The brief that is edited; null for a new one. */
  id: string | null;
  /** The version the form was opened with; 0, which no brief has, for a new one. */
  version: number;
  token: string;
  details: BriefDetails;
  /** Which button was pressed: 'save', 'publish', 'references' or the id of a section to go on with. */
  then: string;
  /** The sender's day, as `YYYY-MM-DD`. */
  today: string;
};

export type Answer = { location: string; message: string };

/**
 * Drafts or saves the brief and publishes it when asked. → where to go and what to say there. Throws what
 * `saveBrief` and `moveBrief` throw.
 */
export async function submitBrief(
  db: Database,
  queue: Queue,
  viewer: Person,
  sent: SentBrief,
): Promise<Answer> {
  const { id, version, token, details, then, today } = sent;
  let state = 'draft' as BriefState;
  let stale: string[] = [];
  const send = async (tx: Db, brief: string | null) => {
    if (brief) ({ state, stale } = await saveBrief(tx, viewer, brief, version, details, today));
    const saved = brief ?? (await draftBrief(tx, viewer, details));
    if (then === 'publish' && state === 'draft') {
      await moveBrief(tx, queue, viewer, saved, 'publish', today);
      state = 'open';
    }
    return placeAfter(saved, then, state);
  };
  const { location: first, repeated } = await once(db, viewer, token, (tx) => send(tx, id));
  const answer = (location: string): Answer => ({
    location,
    message: then === 'publish' && state === 'open' ? BRIEF.moves.publish.done : savedWords(stale),
  });
  if (!repeated) return answer(first);
  // Somebody went back to a form that had been sent: what they typed on is compared, not dropped, and the
  // button they pressed this time counts.
  const brief = id ?? briefIn(first);
  try {
    return answer(await db.transaction((tx) => send(tx, brief)));
  } catch (fault) {
    if (id || !(fault instanceof IncompleteBrief)) throw fault;
    return mendMade(db, viewer, brief);
  }
}

/** The form of a new brief made one already: what that lacks is mended there, not in a second one. */
async function mendMade(db: Db, viewer: Person, id: string): Promise<Answer> {
  const made = await getOwnBrief(db, viewer, id);
  if (made.state !== 'draft') throw new StaleBrief(made);
  return { location: `/briefs/${id}/move/publish`, message: 'The brief is saved, but not published yet.' };
}

/** A flash message is a cookie: two formats are told there, all of them on the brief's page. */
const savedWords = (stale: readonly string[]): string => {
  const more = stale.length > 2 ? [`${stale.length - 2} more formats changed; the brief says how`] : [];
  return ['The brief is saved', ...stale.slice(0, 2), ...more].map((sentence) => `${sentence}.`).join(' ');
};

function placeAfter(id: string, then: string, state: BriefState): string {
  if (then === 'publish') return `/briefs/${id}`;
  if (then === 'references') return `/briefs/${id}/references`;
  const section = BRIEF_SECTIONS.find((one) => one.id === then);
  if (section) return `/briefs/${id}/edit#${section.id}`;
  return state === 'draft' ? `/briefs/${id}/edit` : `/briefs/${id}`;
}

const briefIn = (location: string): string => location.split(/[/#]/)[2] ?? '';

type Problems = Record<string, string[]>;
export type SentBack = {
  status: 400 | 409;
  problems: Problems;
  conflict: { id: string; version: number; rows: ReturnType<typeof differences> } | null;
};

/** A form that could not be taken, for its page: what to mend, or what it conflicts with. Throws what is neither. */
export function refusalOf(
  fault: unknown,
  { value: typed, payload }: { value: BriefDetails; payload: Record<string, unknown> },
  say: Say,
): SentBack {
  if (fault instanceof IncompleteBrief) {
    const problems = fault.missing.map(({ field, message }) => [fieldInForm(field, payload), [message]]);
    return { status: 400, problems: Object.fromEntries(problems) as Problems, conflict: null };
  }
  if (fault instanceof StaleBrief) {
    const rows = differences(fault.details, typed, say);
    return { status: 409, problems: {}, conflict: { id: fault.id, version: fault.version, rows } };
  }
  throw fault;
}
