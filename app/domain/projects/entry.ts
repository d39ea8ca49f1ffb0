/** A project as lists show it, in words for one reader. Pure. */
import { currentMilestone, type Project } from './project.ts';
import { isOver, PROJECT_STATES } from './rules.ts';
import { standingOf, type Stand } from './standing.ts';

type Say = { date: (value: Date | string) => string; moment: (value: Date | string) => string };
type Row = Stand & Pick<Project, 'id' | 'title' | 'updatedAt'>;

export function projectEntry(row: Row, now: Date, say: Say) {
  const { id, title, state, side, publisher, designer, updatedAt } = row;
  const dueOn = isOver(row) ? null : (currentMilestone(row)?.dueOn ?? null);
  return {
    ...{ href: `/projects/${id}`, title, status: { state, label: PROJECT_STATES[state] } },
    standing: standingOf(row, now, say),
    other: side === 'designer' ? `for ${publisher.name}` : `with ${designer.name}`,
    changed: say.date(updatedAt),
    due: dueOn && say.date(dueOn),
  };
}
