/** What people say to each other, and what they tell staff of each other. Pure. */

export const REPORT_SUBJECTS = ['person', 'message', 'brief', 'piece', 'review'] as const;
export type ReportSubject = (typeof REPORT_SUBJECTS)[number];

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
