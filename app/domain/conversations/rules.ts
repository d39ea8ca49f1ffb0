/** What people say to each other, and what they tell staff of each other. Pure. */

/** What has happened between a designer and the publisher of a brief. */
export type Tie = {
  /** The publisher invited the designer, who has not declined. */
  invited: boolean;
  /** The designer has sent a proposal, whatever became of it. */
  proposed: boolean;
  /** Each keeps the other in mind: the publisher the designer, the designer the brief. Both is a match. */
  designerSaved: boolean;
  briefSaved: boolean;
};

/** Nobody writes to strangers: one of them has asked for the other, or both have shown interest. */
export const mayTalk = ({ invited, proposed, designerSaved, briefSaved }: Tie): boolean =>
  invited || proposed || (designerSaved && briefSaved);

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
