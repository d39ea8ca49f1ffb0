/** What a designer delivers, and what a publisher says to it. Pure. */
import type { MilestoneKind, FileRole } from '../projects/rules.ts';

/** How many files one delivery holds, how many pins one request, and how long each text may be. */
export const MOST_DELIVERED = 30;
export const MOST_PINS = 60;
export const LONGEST = { note: 4000, reason: 1000, pin: 1000, body: 4000, question: 4000, declared: 4000 };

export const ROLES: Record<FileRole, string> = {
  cover: 'A cover',
  sketch: 'A sketch or a concept',
  source: 'A source file',
  font: 'A font',
  licence: 'A licence',
  other: 'Something else',
};

/** What files of a type mostly are, for a form to begin with. */
export function usualRole(kind: MilestoneKind, type: string): FileRole {
  if (type.startsWith('font/')) return 'font';
  if (type === 'text/plain') return 'licence';
  if (!isSeen(type)) return type === 'application/zip' ? 'other' : 'source';
  return kind === 'concepts' ? 'sketch' : 'cover';
}

/** Whether files of a type have something to look at, and so can be covers. */
export const isSeen = (type: string): boolean =>
  /^image\/(jpeg|png|webp|avif|tiff)$|^application\/pdf$/.test(type);

/** What a hand-over declares, each with a line for beside its field. */
export const DECLARED = {
  fonts: 'Which fonts are used, who made them, and under which licence the publisher may go on using them',
  stock: 'Which stock pictures or brushes are in it, from where, and licensed to whom; or “None”',
  ai: 'Where AI was used in making it, and which; or “None”',
  credit: 'Whom to credit, and how, exactly as it is to be printed',
} as const;
export type DeclaredField = keyof typeof DECLARED;
export const DECLARED_FIELDS = Object.keys(DECLARED) as [DeclaredField, ...DeclaredField[]];

/** Where the page of a milestone is, and of what is done with it. */
export const milestoneHref = (projectId: string, kind: MilestoneKind): string =>
  `/projects/${projectId}/milestones/${kind}`;

/** The id of the control with this name: ids have no brackets. */
export const controlId = (name: string): string => name.replace(/\W+/g, '-');
