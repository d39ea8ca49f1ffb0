/** What happens when the brief form is sent: once, over the right version, and then on to where the button says. */
import type { Database } from '#db/client.server.ts';
import { once } from '../once.server.ts';
import type { Person } from '../people/rules.ts';
import { draftBrief, saveBrief } from './commands.server.ts';
import { IncompleteBrief, StaleBrief } from './errors.ts';
import type { BriefDetails } from './form.ts';
import { moveBrief } from './moves.server.ts';
import { BRIEF_SECTIONS, transitionOf, type BriefState } from './rules.ts';
import { differences, type Say } from './words.ts';

export type SentBrief = {
  /** The brief that is edited; null for a new one. */
  id: string | null;
  version: number;
  token: string;
  details: BriefDetails;
  /** Which button was pressed: 'save', 'publish', 'references' or the id of a section to go on with. */
  then: string;
  /** The sender's day, as `YYYY-MM-DD`. */
  today: string;
};

/** No brief has it, so a save over it finds a conflict, or nothing to change. */
const NO_VERSION = 0;

/**
 * Drafts or saves the brief and publishes it when asked. → where to go and what to say there. Throws what
 * `saveBrief` and `moveBrief` throw.
 */
export async function submitBrief(db: Database, viewer: Person, sent: SentBrief) {
  const { id, version, token, details, then, today } = sent;
  const { location, repeated } = await once(db, viewer, token, async (tx) => {
    const brief = id ?? (await draftBrief(tx, viewer, details));
    const state = id ? await saveBrief(tx, viewer, id, version, details, today) : 'draft';
    if (then === 'publish' && state === 'draft') await moveBrief(tx, viewer, brief, 'publish', today);
    return placeAfter(brief, then, state);
  });
  // Somebody went back to a form that had been sent, and typed on: that must be compared, not dropped.
  if (repeated) await saveBrief(db, viewer, briefIn(location), NO_VERSION, details, today);
  return {
    location,
    message: then === 'publish' ? transitionOf('publish').done : 'The brief is saved.',
  };
}

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
export function refusalOf(fault: unknown, typed: BriefDetails, say: Say): SentBack {
  if (fault instanceof IncompleteBrief) {
    const problems = fault.missing.map(({ field, message }) => [field, [message]]);
    return { status: 400, problems: Object.fromEntries(problems) as Problems, conflict: null };
  }
  if (fault instanceof StaleBrief) {
    const rows = differences(fault.details, typed, say);
    return { status: 409, problems: {}, conflict: { id: fault.id, version: fault.version, rows } };
  }
  throw fault;
}
