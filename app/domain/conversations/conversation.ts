/** A conversation as its pages show it. */

/** Whose eyes see it: one of the two, or staff who decide a dispute or a report. */
export type Side = 'publisher' | 'designer' | 'staff';

export type Party = { id: string; name: string; readAt: Date | null };

export type Conversation = {
  id: string;
  side: Side;
  brief: { id: string; title: string };
  /** The one that came of it, or the last. */
  project: { id: string; title: string } | null;
  /** The last that was sent. */
  proposalId: string | null;
  publisher: Party;
  designer: Party & { slug: string };
  /** Who of the two does not want to hear from the other. */
  blockedBy: string[];
};

export type MessageFile = { id: string; name: string; bytes: number };

export type Message = {
  id: string;
  authorId: string;
  body: string;
  createdAt: Date;
  files: MessageFile[];
};

/** A conversation among others. */
export type ListedConversation = {
  id: string;
  title: string;
  otherName: string;
  saidAt: Date;
  /** The beginning of what was said last; null while nothing was. */
  last: { mine: boolean; words: string; files: number } | null;
  unread: number;
};

/** A message that a search found. `parts` are its words, every second one a word that was searched for. */
export type FoundMessage = {
  id: string;
  conversationId: string;
  title: string;
  authorName: string;
  mine: boolean;
  createdAt: Date;
  parts: string[];
};

/** The two, as the viewer meets them. */
export const partiesOf = ({
  side,
  publisher,
  designer,
}: Pick<Conversation, 'side' | 'publisher' | 'designer'>) =>
  side === 'designer' ? { me: designer, other: publisher } : { me: publisher, other: designer };

/** The first message that the viewer has not been shown before; undefined when all were. */
export function firstUnread(
  messages: readonly Message[],
  conversation: Conversation,
  viewer: { id: string },
) {
  const { readAt } = partiesOf(conversation).me;
  return messages.find(
    ({ authorId, createdAt }) => authorId !== viewer.id && !(readAt && createdAt <= readAt),
  );
}
