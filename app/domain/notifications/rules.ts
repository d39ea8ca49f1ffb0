/** Who is told of what, and how often by mail. Pure. */
import type { EventType } from '../events/rules.ts';
import type { Role } from '../people/rules.ts';

/** How often somebody wants mail about a topic. */
export const MAIL_FREQUENCIES = {
  off: 'Never',
  at_once: 'At once',
  daily: 'Daily',
  weekly: 'Weekly',
} as const;
export type MailFrequency = keyof typeof MAIL_FREQUENCIES;

/** What mail can be about. The words are those of the preferences page. */
export const TOPICS = {
  proposals: 'Proposals, offers and invitations',
  projects: 'Deliveries, changes, approvals and clocks',
  money: 'Invoices and payments',
  messages: 'Messages',
  reviews: 'Reviews',
  searches: 'Saved searches',
  reports: 'Reports to staff',
} as const;
export type Topic = keyof typeof TOPICS;
export type MailChoices = Partial<Record<Topic, MailFrequency>>;

/** Waiting to be sent, sent, or given up after every try. */
export const MAIL_STATES = { waiting: 'Waiting', sent: 'Sent', failed: 'Failed' } as const;
export type MailState = keyof typeof MAIL_STATES;

/** Who somebody is to what happened. Whoever did it is not told. */
export type Concerned = 'publisher' | 'designer' | 'designers' | 'staff' | 'reporter';

type Notice = { to: readonly Concerned[]; topic: Topic };
const both = ['publisher', 'designer'] as const;

/** Every event that somebody is told of. An event that is not in here is in the log alone. */
export const NOTICES = {
  'match.made': { to: both, topic: 'proposals' },
  'invitation.sent': { to: ['designer'], topic: 'proposals' },
  'invitation.declined': { to: ['publisher'], topic: 'proposals' },
  'brief.paused': { to: ['designers'], topic: 'proposals' },
  'brief.reopened': { to: ['designers'], topic: 'proposals' },
  'brief.closed': { to: ['designers'], topic: 'proposals' },
  'brief.cancelled': { to: ['designers'], topic: 'proposals' },
  'proposal.submitted': { to: ['publisher'], topic: 'proposals' },
  'proposal.revised': { to: ['publisher'], topic: 'proposals' },
  'proposal.countered': { to: ['designer'], topic: 'proposals' },
  'proposal.shortlisted': { to: ['designer'], topic: 'proposals' },
  'proposal.accepted': { to: both, topic: 'proposals' },
  'proposal.declined': { to: ['designer'], topic: 'proposals' },
  'proposal.reconsidered': { to: ['designer'], topic: 'proposals' },
  'proposal.passed_over': { to: ['designer'], topic: 'proposals' },
  'proposal.withdrawn': { to: ['publisher'], topic: 'proposals' },
  'proposal.renewed': { to: ['publisher'], topic: 'proposals' },
  'proposal.expired': { to: both, topic: 'proposals' },
  'vote.cast': { to: ['publisher'], topic: 'proposals' },
  'project.started': { to: ['publisher'], topic: 'projects' },
  'project.completed': { to: both, topic: 'projects' },
  'project.cancelled': { to: both, topic: 'projects' },
  'project.disputed': { to: [...both, 'staff'], topic: 'projects' },
  'project.replied': { to: [...both, 'staff'], topic: 'projects' },
  'project.settled': { to: [...both, 'staff'], topic: 'projects' },
  'project.resolved': { to: both, topic: 'projects' },
  'project.pages_changed': { to: both, topic: 'projects' },
  'milestone.delivered': { to: ['publisher'], topic: 'projects' },
  'milestone.approved': { to: ['designer'], topic: 'projects' },
  'milestone.changes_requested': { to: ['designer'], topic: 'projects' },
  'milestone.asked': { to: ['designer'], topic: 'projects' },
  'milestone.answered': { to: ['publisher'], topic: 'projects' },
  'milestone.half_time': { to: ['publisher'], topic: 'projects' },
  'milestone.last_day': { to: ['publisher'], topic: 'projects' },
  'milestone.approved_unanswered': { to: both, topic: 'projects' },
  'milestone.outdated': { to: ['designer'], topic: 'projects' },
  'amendment.proposed': { to: both, topic: 'projects' },
  'amendment.accepted': { to: both, topic: 'projects' },
  'amendment.rejected': { to: both, topic: 'projects' },
  'amendment.withdrawn': { to: both, topic: 'projects' },
  'invoice.issued': { to: ['publisher'], topic: 'money' },
  'payment.recorded': { to: both, topic: 'money' },
  'payment.confirmed': { to: both, topic: 'money' },
  'payment.removed': { to: both, topic: 'money' },
  'message.sent': { to: both, topic: 'messages' },
  'review.given': { to: both, topic: 'reviews' },
  'review.shown': { to: both, topic: 'reviews' },
  'review.replied': { to: both, topic: 'reviews' },
  'report.made': { to: ['staff'], topic: 'reports' },
  'report.decided': { to: ['reporter'], topic: 'reports' },
} as const satisfies Partial<Record<EventType, Notice>>;
export type NoticeType = keyof typeof NOTICES;

/** The types of event that a topic is about. */
export type TypesOf<About extends Topic> = {
  [Type in NoticeType]: (typeof NOTICES)[Type]['topic'] extends About ? Type : never;
}[NoticeType];

/** Which side of it somebody reads as. */
export type Side = 'publisher' | 'designer' | 'staff';

/** Staff read as staff what staff are told of; where they hired somebody themselves, as publishers. */
export function sideOf(role: Role, type: NoticeType): Side {
  if (role === 'designer') return 'designer';
  const to: readonly Concerned[] = NOTICES[type].to;
  return role === 'admin' && to.includes('staff') ? 'staff' : 'publisher';
}

/** What somebody gets who has not chosen. Saved searches say by themselves how often. */
export const USUAL_CHOICES: Readonly<Record<Topic, MailFrequency>> = {
  proposals: 'at_once',
  projects: 'at_once',
  money: 'at_once',
  messages: 'at_once',
  reviews: 'daily',
  searches: 'at_once',
  reports: 'at_once',
};

export const choiceOf = (choices: MailChoices, topic: Topic): MailFrequency =>
  choices[topic] ?? USUAL_CHOICES[topic];

/** What lets a mail out: a choice about one topic, or the choices of whatever is in a digest. */
export type MailTopic = Topic | 'digest';

/** What mail of each kind is about, in the words of a list's name and of the link that ends it. */
export const MAIL_LISTS: Readonly<Record<MailTopic, string>> = {
  proposals: 'Proposals',
  projects: 'Projects',
  money: 'Payments',
  messages: 'Messages',
  reviews: 'Reviews',
  searches: 'Saved searches',
  reports: 'Reports',
  digest: 'What comes daily or weekly',
};

/** A digest holds only what they want; it is wanted as long as it can hold anything. */
export const wants = (choices: MailChoices, topic: MailTopic): boolean =>
  topic === 'digest'
    ? (Object.keys(TOPICS) as Topic[]).some((each) => choiceOf(choices, each) !== 'off')
    : choiceOf(choices, topic) !== 'off';

/** Told once until it is read, however often it happens about the same thing. */
export const TOLD_ONCE: readonly EventType[] = ['message.sent', 'vote.cast'] satisfies NoticeType[];
