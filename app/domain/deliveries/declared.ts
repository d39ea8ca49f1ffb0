/** What a hand-over declares to begin with: what was agreed, for the designer to complete. Pure. */
import { AI_USES, STOCK_USES } from '../proposals/terms.ts';
import type { Project } from '../projects/project.ts';

const joined = (said: string | undefined, notes: string): string =>
  [said, notes].filter((part) => part).join('. ');

export const agreedOn = ({ terms }: Pick<Project, 'terms'>) => ({
  aiUse: joined(terms.aiUse ? AI_USES[terms.aiUse] : '', terms.aiNotes),
  stockUse: joined(terms.stockUse ? STOCK_USES[terms.stockUse] : '', terms.stockNotes),
  credit: terms.creditLine,
});
