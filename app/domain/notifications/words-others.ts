/** How money, messages, reviews and reports are told of. */
import type { Topic, TypesOf } from './rules.ts';
import type { Facts, Writer } from './words.ts';

type OtherTopic = Exclude<Topic, 'proposals' | 'projects'>;

const amountOf = ({ money }: Facts) => (money ? ` of ${money}` : '');
const payments = ({ project }: Facts) => ({ href: `${project}/payments`, action: 'See the payments' });

export const OTHER_WORDS: Readonly<Record<TypesOf<OtherTopic>, Writer>> = {
  'invoice.issued': (it) => ({
    line: `${it.who} sent you an invoice${amountOf(it)} for ${it.title}.`,
    more: 'You pay each other directly; here it is written down.',
    href: it.text('number')
      ? `${it.project}/invoices/${encodeURIComponent(it.text('number'))}`
      : `${it.project}/invoices`,
    action: 'See the invoice',
  }),
  'payment.recorded': (it) => ({
    line: `${it.who} wrote down a payment${amountOf(it)} for ${it.title}.`,
    more: it.side === 'designer' ? 'Please confirm it when the money is there.' : '',
    ...payments(it),
  }),
  'payment.confirmed': (it) => ({
    line: `${it.who} confirmed a payment${amountOf(it)} for ${it.title}.`,
    ...payments(it),
  }),
  'payment.removed': (it) => ({
    line: `${it.who} took back a payment${amountOf(it)} that was written down for ${it.title}.`,
    more: it.quote('reason'),
    ...payments(it),
  }),
  'message.sent': ({ who, title, subjectId, text }) => ({
    line: `${who} wrote to you about ${title}.`,
    // One mail for a conversation until it is read: what was said stays on the page, and out of mailboxes.
    more: 'You will not get another mail about this conversation until you have read it.',
    href: `/messages/${text('conversationId') || subjectId}`,
    action: 'Read the message',
  }),
  'review.given': ({ who, title, project }) => ({
    line: `${who} has reviewed your work together on ${title}.`,
    more: 'You can read it when you have written yours, or when the time for writing is over.',
    href: `${project}/review`,
    action: 'Write your review',
  }),
  'review.shown': ({ title, project }) => ({
    line: `The reviews of ${title} can be read now.`,
    more: 'You can reply to yours once.',
    href: `${project}/review`,
    action: 'Read the reviews',
  }),
  'review.replied': ({ who, title, project }) => ({
    line: `${who} has replied to your review of ${title}.`,
    href: `${project}/review`,
    action: 'Read the reply',
  }),
  'report.made': ({ who }) => ({
    line: `${who} has reported something.`,
    href: '/admin/reports',
    action: 'Read the report',
  }),
  'report.decided': ({ quote }) => ({
    line: 'We have looked at what you reported.',
    more: `Thank you for telling us.${quote('decision', 'We wrote')}`,
    href: '/notifications',
    action: 'See your notifications',
  }),
};
