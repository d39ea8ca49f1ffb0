/**
 * What somebody is told: a sentence for their list, which is the subject of a mail as well, what the mail says besides,
 * and where it leads. Made from the event when it is read, for whoever reads it. Pure.
 */
import { MILESTONES, type MilestoneKind } from '../projects/rules.ts';
import { cut } from './letter.ts';
import type { Side, NoticeType } from './rules.ts';
import { OTHER_WORDS } from './words-others.ts';
import { PROJECT_WORDS } from './words-projects.ts';
import { PROPOSAL_WORDS } from './words-proposals.ts';

/** An event as it is told. */
export type Told = {
  type: NoticeType;
  subjectId: string;
  briefId: string | null;
  projectId: string | null;
  /** Who did it; null for the house itself, and for guests. */
  actor: { id: string; name: string } | null;
  data: Record<string, unknown>;
};

/** Whoever reads it, with formatters of their own. */
export type Reader = {
  id: string;
  side: Side;
  say: { moment: (value: Date | string) => string; money: (minor: number, currency: string) => string };
};

export type NoticeWords = {
  /** A sentence that stands alone. */
  line: string;
  /** What else a mail says; may be nothing. */
  more: string;
  /** A path of ours, and what its link says in a mail. */
  href: string;
  action: string;
};

/** What the sentences are made of. */
export type Facts = {
  who: string;
  side: Side;
  /** The book, in quotation marks. */
  title: string;
  subjectId: string;
  /** Paths of the brief and the project it belongs to. */
  brief: string;
  project: string;
  hasProject: boolean;
  /** "front cover", and the path of that milestone. */
  milestone: string;
  milestoneHref: string;
  /** Of `data`; empty when it says nothing. */
  text: (key: string) => string;
  /** What somebody wrote, quoted after `before`; empty when they wrote nothing. */
  quote: (key: string, before?: string) => string;
  moment: (key: string) => string;
  money: string;
  /** Ids, for links between two people: the designer's, whoever reads. */
  designerId: string;
};

/** How one type of event is told; `more` is left out where there is nothing to add. */
export type Writer = (facts: Facts) => Omit<NoticeWords, 'more'> & { more?: string };

const WRITERS: Readonly<Record<NoticeType, Writer>> = {
  ...PROPOSAL_WORDS,
  ...PROJECT_WORDS,
  ...OTHER_WORDS,
};

/** Longer titles and names would fill a line of their own in a list, and more in a subject. */
const LONGEST_NAME = 80;

export function noticeWords(told: Told, reader: Reader): NoticeWords {
  const { more = '', ...words } = WRITERS[told.type](factsOf(told, reader));
  return { ...words, more: more.trim() };
}

function factsOf({ data, actor, subjectId, briefId, projectId }: Told, reader: Reader): Facts {
  const text = (key: string) => (typeof data[key] === 'string' ? data[key] : '');
  const kind = text('kind');
  const project = `/projects/${projectId ?? subjectId}`;
  const { amount, currency } = data;
  return {
    ...{ side: reader.side, subjectId, project, text, hasProject: projectId !== null },
    who: actor ? shortened(actor.name) : 'Dustjacket',
    title: text('title') === '' ? 'an untitled book' : `“${shortened(text('title'))}”`,
    brief: `/briefs/${briefId ?? subjectId}`,
    milestone: kind in MILESTONES ? MILESTONES[kind as MilestoneKind].toLowerCase() : 'work',
    milestoneHref: kind in MILESTONES ? `${project}/milestones/${kind}` : project,
    quote: (key, before = 'They wrote') => (text(key) === '' ? '' : ` ${before}: “${text(key)}”`),
    moment: (key) => (Number.isNaN(Date.parse(text(key))) ? '' : reader.say.moment(text(key))),
    money:
      typeof amount === 'number' && typeof currency === 'string' ? reader.say.money(amount, currency) : '',
    designerId: text('designerId') || (reader.side === 'designer' ? reader.id : (actor?.id ?? '')),
  };
}

/** Line breaks and runs of spaces have no place in a sentence, nor in the subject of a mail. */
const shortened = (name: string): string => cut(name.replace(/\s+/g, ' ').trim(), LONGEST_NAME);
