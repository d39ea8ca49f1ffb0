/** What people tell staff of each other. Pure. */
import { z } from 'zod';
import type { Role } from '../people/rules.ts';
import type { Process } from '../process.ts';

export const REPORT_SUBJECTS = ['person', 'message', 'brief', 'piece', 'review'] as const;
export type ReportSubject = (typeof REPORT_SUBJECTS)[number];

export const REPORT_SUBJECT_WORDS: Record<ReportSubject, string> = {
  person: 'a person',
  message: 'a message',
  brief: 'a brief',
  piece: 'a cover',
  review: 'a review',
};

export const REPORT_GROUNDS = {
  spam: 'Spam or fraud',
  abuse: 'Insults, threats or harassment',
  stolen: 'Work that is somebody else’s',
  ai: 'AI that was not declared',
  off_platform: 'Asks to be paid or to work past Dustjacket',
  other: 'Something else',
} as const;
export type ReportGround = keyof typeof REPORT_GROUNDS;

export const REPORT_STATES = ['open', 'upheld', 'dismissed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_STATE_WORDS: Record<ReportState, string> = {
  open: 'Open',
  upheld: 'Upheld',
  dismissed: 'Dismissed',
};

export const REPORT_PARTIES = { judge: 'staff whom it does not concern' } as const;
export type ReportParty = keyof typeof REPORT_PARTIES;

export const REPORT: Process<ReportState, ReportParty, 'decide'> = {
  noun: 'report',
  states: REPORT_STATE_WORDS,
  parties: REPORT_PARTIES,
  moves: {
    decide: {
      from: ['open'],
      to: ['upheld', 'dismissed'],
      by: ['judge'],
      label: 'Decide',
      done: 'Decided. Whoever reported it is told.',
    },
  },
};

const LONGEST = 2000;
const words = (empty: string) =>
  z
    .string({ error: empty })
    .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, empty).max(LONGEST, 'Use 2,000 characters or fewer'));

/** What somebody says is wrong. */
export const ReportForm = z.object({
  ground: z.enum(Object.keys(REPORT_GROUNDS) as [ReportGround, ...ReportGround[]], {
    error: 'Choose what is wrong',
  }),
  body: words('Say what is wrong, in a sentence or two'),
});
export type ReportForm = z.output<typeof ReportForm>;

/** What staff decide. The reporter reads the words. */
export const DecisionForm = z.object({
  state: z.enum(['upheld', 'dismissed'], { error: 'Choose what you decide' }),
  decision: words('Say why, to the person who reported it'),
});
export type DecisionForm = z.output<typeof DecisionForm>;

/** Why this member of staff may not decide a report, in a sentence; null when they may. */
export const partialityOf = (
  staff: { id: string },
  { personId, reporterId }: { personId: string; reporterId: string },
): string | null =>
  staff.id === personId || staff.id === reporterId
    ? 'This report is about you or from you: another member of staff decides it.'
    : null;

type Reported = Parameters<typeof partialityOf>[1];

/** Who somebody is to a report. */
export const reportParties = (person: { id: string; role: Role }, report: Reported): ReportParty[] =>
  person.role === 'admin' && partialityOf(person, report) === null ? ['judge'] : [];
