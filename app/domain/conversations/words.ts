/** Conversations in words, for one reader. Pure. */
import { encodeCursor } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { partiesOf, type Conversation, type ListedConversation, type Message } from './conversation.ts';

type Say = {
  date: (value: Date) => string;
  time: (value: Date) => string;
  moment: (value: Date) => string;
};

export type ThreadFile = { href: string; name: string; size: string };
/** One message of a thread. */
export type ThreadLine = {
  id: string;
  /** When it is the first of a day: that day. */
  day: string | null;
  time: string;
  name: string;
  mine: boolean;
  body: string;
  files: ThreadFile[];
};

/** A place in a conversation, as its addresses and its script spell it: right behind this message. */
export const placeOf = ({ id, createdAt }: Pick<Message, 'id' | 'createdAt'>): string =>
  encodeCursor({ key: createdAt.toISOString(), id });

/** Larger than every id: the page that ends with a message, instead of right before it. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The address of a message: the page that ends with it. */
export const messageHref = (conversationId: string, { id, createdAt }: Pick<Message, 'id' | 'createdAt'>) =>
  `/messages/${conversationId}?after=${encodeCursor({ key: createdAt.toISOString(), id: LAST_ID })}#m-${id}`;

/** Messages as their thread shows them. `since` is when the one before them was said. */
export function threadLines(
  messages: readonly Message[],
  { publisher, designer }: Record<'publisher' | 'designer', { id: string; name: string }>,
  viewer: Pick<Person, 'id'>,
  say: Say,
  since: Date | null = null,
): ThreadLine[] {
  let shown = since && say.date(since);
  return messages.map(({ id, authorId, createdAt, body, files }) => {
    const day = say.date(createdAt);
    const isNew = day !== shown;
    shown = day;
    const mine = authorId === viewer.id;
    const author = authorId === publisher.id ? publisher : designer;
    return {
      ...{ id, mine, body, day: isNew ? day : null, time: say.time(createdAt) },
      name: mine ? 'You' : author.name,
      files: files.map((file) => ({
        href: `/files/${file.id}`,
        name: file.name,
        size: sizeWords(file.bytes),
      })),
    };
  });
}

/** Whether the other has read what the viewer said last; '' when that was nothing. */
export function receiptOf(
  messages: readonly Pick<Message, 'authorId' | 'createdAt'>[],
  conversation: Conversation,
  viewer: Pick<Person, 'id'>,
  say: Say,
): string {
  const last = messages.findLast(({ authorId }) => authorId === viewer.id);
  if (!last || conversation.side === 'staff') return '';
  const { name, readAt } = partiesOf(conversation).other;
  if (!readAt || readAt < last.createdAt) return `${name} has not read your last message yet.`;
  return `Read by ${name} on ${say.moment(readAt)}.`;
}

/** "1.2 MB", as file managers say it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The longest beginning of a message that a list shows. */
const GLIMPSE = 160;

/** What was said last, on one line: "You: Shall we talk about the…". */
export function glimpseWords({ last }: ListedConversation): string {
  if (!last) return 'Nothing has been said yet.';
  const flat = last.words.replace(/\s+/g, ' ').trim();
  const cut = flat.length > GLIMPSE ? `${flat.slice(0, GLIMPSE).trimEnd()}…` : flat;
  const files = last.files === 1 ? 'a file' : last.files > 1 ? `${last.files} files` : '';
  const what = cut && files ? `${cut} (with ${files})` : cut || `Sent ${files}`;
  return last.mine ? `You: ${what}` : what;
}

/** What stands above a thread, and whether the viewer can write in it. */
export type ThreadHead = {
  /** Whom they talk with; for staff both. */
  names: string;
  otherName: string;
  title: string;
  links: { href: string; label: string }[];
  /** Blocked by the viewer, out of reach otherwise, or only staff's to read. */
  reach: 'open' | 'blocked' | 'closed' | 'staff';
  /** Where the other is blocked, or unblocked again. */
  block: string;
  /** Where a message is reported, up to its id; null for staff. */
  report: string | null;
};

export function threadHead(conversation: Conversation, viewer: Pick<Person, 'id'>): ThreadHead {
  const { side, brief, project, proposalId, publisher, designer, blockedBy } = conversation;
  const { other } = partiesOf(conversation);
  const isStaff = side === 'staff';
  const blocked = blockedBy.includes(viewer.id) ? 'blocked' : 'closed';
  return {
    ...{ otherName: other.name, title: brief.title || 'an untitled brief' },
    names: isStaff ? `${publisher.name} and ${designer.name}` : other.name,
    links: [
      { href: `/briefs/${brief.id}`, label: 'The brief' },
      // A project has taken the place of its proposal.
      ...(project ? [{ href: `/projects/${project.id}`, label: 'The project' }] : []),
      ...(!project && !isStaff && proposalId
        ? [{ href: `/proposals/${proposalId}`, label: 'The proposal' }]
        : []),
      ...(side === 'publisher' ? [{ href: `/designers/${designer.slug}`, label: 'Profile' }] : []),
    ],
    reach: isStaff ? 'staff' : blockedBy.length > 0 ? blocked : 'open',
    block: `/account/blocked/${other.id}`,
    report: isStaff ? null : '/report/message/',
  };
}
