/** What has become of something since it was saved, in a sentence. Pure. */
import { BRIEF_STATES, type BriefState } from '../briefs/rules.ts';

export type BriefSince = {
  state: BriefState;
  finalOn: string | null;
  savedAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
};

/** The most important thing first, because it is the only one said; null when all is as it was. */
export function briefNews(brief: BriefSince, readable: boolean, today: string): string | null {
  const { state, finalOn, savedAt, updatedAt, closedAt } = brief;
  if (state === 'cancelled') return 'Its publisher has cancelled it.';
  if (!readable) return 'It is not open to you any more.';
  if (state !== 'open') {
    const since = closedAt && closedAt > savedAt ? ' since you saved it' : ' at the moment';
    return `${BRIEF_STATES[state]}${since}: it takes no new proposals.`;
  }
  if (finalOn !== null && finalOn < today) return 'The day of its final files has passed.';
  return updatedAt > savedAt ? 'Changed since you saved it.' : null;
}

export type DesignerSince = {
  hidden: boolean;
  savedAt: Date;
  updatedAt: Date;
  lastShownAt: Date | null;
};

/** The same of a designer. Whether they have time stands beside it anyway. */
export function designerNews({ hidden, savedAt, updatedAt, lastShownAt }: DesignerSince): string | null {
  if (hidden) return 'Not on Dustjacket at the moment.';
  if (lastShownAt && lastShownAt > savedAt) return 'New covers since you saved them.';
  return updatedAt > savedAt ? 'The profile has changed since you saved them.' : null;
}
