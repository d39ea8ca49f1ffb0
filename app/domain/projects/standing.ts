/**
 * What happens next in a project, and whose turn it is: one sentence, which its page and every list of projects begin with.
 * Speaks to one reader. Pure.
 */
import { clockOf, currentMilestone, type Project, type ProjectMilestone } from './project.ts';
import { isUnderWay, type MilestoneKind, type ProjectSide } from './rules.ts';
import type { Silence } from './silence.ts';

/** What the sentence needs of a project; lists read no more. */
export type Stand = Pick<Project, 'state' | 'side' | 'milestones' | 'dispute'> & {
  publisher: { name: string };
  designer: { name: string };
};

type Say = { date: (day: string) => string; moment: (value: Date) => string };
export type Turn = ProjectSide | 'staff' | 'nobody';
export type Standing = {
  turn: Turn;
  /** It is the reader's own turn. */
  isYours: boolean;
  next: string;
  /** Where a delivery waits: when it approves itself. */
  countdown: string | null;
};

/** In the middle of a sentence. */
export const THE_MILESTONE: Record<MilestoneKind, string> = {
  concepts: 'the concepts',
  front: 'the front cover',
  wrap: 'the full wrap',
  handover: 'the files for hand-over',
};

export function standingOf(project: Stand, now: Date, say: Say): Standing {
  const milestone = currentMilestone(project);
  const clock = milestone && clockOf(milestone, now);
  const turn = turnOf(project, milestone, clock);
  const isYours = turn === project.side;
  const delivers = milestone && turn === 'designer' && project.state !== 'disputed';
  return {
    ...{ turn, isYours },
    next: delivers
      ? nextFromDesigner(project, milestone, isYours, say)
      : nextFromOthers(project, milestone, turn),
    // In a dispute its clock stands still, and with a project it ends.
    countdown: clock && isUnderWay(project) ? countdownOf(project, clock, say) : null,
  };
}

function turnOf({ state, dispute }: Stand, milestone: ProjectMilestone | null, clock: Silence | null): Turn {
  if (state === 'disputed') return dispute && !dispute.isAnswered ? otherSide(dispute.openedBy) : 'staff';
  if (!milestone || state === 'cancelled' || state === 'resolved') return 'nobody';
  return milestone.state === 'delivered' && !clock?.paused ? 'publisher' : 'designer';
}

export const otherSide = (side: ProjectSide): ProjectSide => (side === 'designer' ? 'publisher' : 'designer');

/** The designer delivers, or answers a question about what was delivered. */
function nextFromDesigner(
  { state, designer }: Stand,
  { kind, state: milestone, dueOn }: ProjectMilestone,
  isYours: boolean,
  say: Say,
): string {
  const what = THE_MILESTONE[kind];
  const due = dueOn ? `, due on ${say.date(dueOn)}` : '';
  const verb = (own: string, theirs: string) => (isYours ? own : `${designer.name} ${theirs}`);
  if (milestone === 'delivered')
    return `${verb('Answer', 'answers')} the question about ${what}; its clock stands still until then.`;
  if (milestone === 'changes_requested')
    return `${verb('Deliver', 'delivers')} ${what} again, with the changes that were asked for.`;
  if (milestone === 'stale')
    return `${verb('Deliver', 'delivers')} ${what} again, to the new print specification. That is no round of changes.`;
  if (state === 'agreed') return `${verb('Start work', 'starts work')} on ${what}${due}.`;
  return `${verb('Deliver', 'delivers')} ${what}${due}.`;
}

function nextFromOthers(project: Stand, milestone: ProjectMilestone | null, turn: Turn): string {
  const { state, side, publisher, designer } = project;
  if (state === 'disputed') {
    if (turn === 'staff') return 'Staff read what both sides wrote, and decide. Work and clocks stand still.';
    const isYours = turn === side;
    const who = turn === 'designer' ? designer.name : publisher.name;
    return isYours
      ? 'Say how you see the dispute, before staff decide it. Work and clocks stand still.'
      : `${who} says how they see the dispute; then staff decide it. Work and clocks stand still.`;
  }
  if (state === 'cancelled') return 'The project was cancelled. What is still owed is below.';
  if (state === 'resolved')
    return 'The dispute was decided, and the project is over. What is still owed is below.';
  if (!milestone) return 'Everything is approved, and the project is complete.';
  const what = THE_MILESTONE[milestone.kind];
  return turn === side
    ? `Look at ${what}: approve, ask, or request changes.`
    : `${publisher.name} looks at ${what}: to approve, ask, or request changes.`;
}

const DAY = 24 * 3600 * 1000;
const HOUR = DAY / 24;
const many = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** "9 days", "1 day", "5 hours", "less than an hour": never more than there is. */
export function spanWords(milliseconds: number): string {
  if (milliseconds >= DAY) return many(Math.floor(milliseconds / DAY), 'day');
  if (milliseconds >= HOUR) return many(Math.floor(milliseconds / HOUR), 'hour');
  return 'less than an hour';
}

/** "Approves itself in 9 days, on 3 March 2027 at 14:05, unless you answer." */
function countdownOf({ side, publisher }: Stand, { paused, left, runsOut }: Silence, say: Say): string {
  if (paused) return `The clock stands still. When it goes on, ${spanWords(left)} will be left to answer.`;
  if (runsOut === null || left === 0) return 'The time to answer is over: it approves itself within minutes.';
  const who = side === 'publisher' ? 'you answer' : `${publisher.name} answers`;
  return `Approves itself in ${spanWords(left)}, on ${say.moment(new Date(runsOut))}, unless ${who}.`;
}
