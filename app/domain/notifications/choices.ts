/** The form of the mail preferences: for each topic how often, and nothing else. Pure. */
import { z } from 'zod';
import { MAIL_FREQUENCIES, TOPICS, type MailFrequency, type Topic } from './rules.ts';

/** How often mail about a topic can come; a saved search says by itself whether it is daily or weekly. */
export const FREQUENCIES: Readonly<Record<Topic, Partial<Record<MailFrequency, string>>>> = {
  proposals: MAIL_FREQUENCIES,
  projects: MAIL_FREQUENCIES,
  money: MAIL_FREQUENCIES,
  messages: MAIL_FREQUENCIES,
  reviews: MAIL_FREQUENCIES,
  searches: { off: MAIL_FREQUENCIES.off, at_once: 'As each search says' },
  reports: MAIL_FREQUENCIES,
};

const choice = (topic: Topic) =>
  z.enum(Object.keys(FREQUENCIES[topic]) as [MailFrequency, ...MailFrequency[]], {
    error: 'Choose how often',
  });

export const MailPreferences = z.object({
  proposals: choice('proposals'),
  projects: choice('projects'),
  money: choice('money'),
  messages: choice('messages'),
  reviews: choice('reviews'),
  searches: choice('searches'),
  reports: choice('reports'),
} satisfies Record<Topic, z.ZodType>);

/** In the order in which they are asked. */
export const TOPIC_KEYS = Object.keys(TOPICS) as Topic[];
