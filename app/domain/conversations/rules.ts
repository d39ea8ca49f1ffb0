/** What people say to each other. Pure. */
import { z } from 'zod';

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

export const LONGEST_MESSAGE = 5000;
/** Of a conversation on one page: what fits into the first round trips of a slow line. */
export const MESSAGES_A_PAGE = 50;

/** Of one message. */
export const MOST_MESSAGE_FILES = 5;

/** Words as typed, with plain line ends and without characters that control a terminal. */
const words = z.string({ error: 'Write something before you send it' }).transform((typed, ctx) => {
  const clean = typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
  if (clean.length > LONGEST_MESSAGE)
    ctx.addIssue(
      `Use 5,000 characters or fewer, or send it in parts; there are ${clean.length.toLocaleString('en-GB')}`,
    );
  return clean;
});

/** One message. */
export const MessageForm = z.object({
  body: words.refine((text) => text !== '', 'Write something before you send it'),
});

/** One with files, which may speak for themselves. */
export const FileMessageForm = z.object({ body: words.default('') });

/** What everybody who has a conversation open hears of it at once. */
export type Signal = {
  kind: 'message' | 'read' | 'typing';
  conversationId: string;
  personId: string;
};

/** As PostgreSQL carries it to every process: ids only, so that whoever hears it still has to ask what they may see. */
export const signalText = ({ kind, conversationId, personId }: Signal): string =>
  [conversationId, kind, personId].join(' ');
