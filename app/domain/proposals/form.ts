/**
 * What a proposal, or an answer to one, may say when it is sent. Everything is checked against the brief, and all of it at
 * once. A draft is not read at all: it keeps what was typed. Pure.
 */
import { z } from 'zod';
import { canonicalText } from '../canonical.ts';
import { day, money, oneOf, text, whole } from '../briefs/readers.ts';
import { CURRENCIES, daysAfter, RIGHTS_MEDIA, RIGHTS_TERMS, RIGHTS_TERRITORIES } from '../briefs/rules.ts';
import { MILESTONES, type MilestoneKind } from '../projects/rules.ts';
import type { Asked } from './asked.ts';
import { LONGEST_MESSAGE, LONGEST_NOTES, LONGEST_REASON, MOST_SAMPLES, VALID_DAYS } from './rules.ts';
import { AI_USES, STOCK_USES, type Terms } from './terms.ts';
import { dayField } from './values.ts';

/** One version, as it is sent. */
export type Offer = { message: string; terms: Terms; validUntil: string; samples: string[] };

/** A field that has to be filled in. One that cannot be read is told of once. */
const needed = <Value>(reader: z.ZodType<Value | null>, message: string) =>
  reader.transform((value, ctx): Value => {
    if (value !== null && value !== '') return value;
    ctx.addIssue(message);
    return z.NEVER;
  });

const dayOf = (kind: MilestoneKind) =>
  needed(day('2027-03-15'), `Enter the day of ${MILESTONES[kind].toLowerCase()}`);

/** Not asked here: whatever is sent in its place is not looked at. */
const settled = <Value>(value: Value) =>
  z
    .unknown()
    .optional()
    .transform((): Value => value);

const keysOf = <Key extends string>(list: Record<Key, string>) => Object.keys(list) as [Key, ...Key[]];

/** What both sides may change, in the order of the form. */
const TERMS = {
  price: needed(money(), 'Enter the price'),
  currency: z.enum(keysOf(CURRENCIES), { error: 'Choose a currency' }).default('EUR'),
  concepts: needed(whole(1, 20, 'the concepts'), 'Enter how many concepts there are to choose from'),
  revisionRounds: needed(whole(0, 20, 'the rounds'), 'Enter the rounds of changes; 0 if there are none'),
  ...{ conceptsOn: dayOf('concepts'), frontOn: dayOf('front') },
  // Stands here for the order in which problems are told.
  ...{ wrapOn: settled<string | null>(null), handoverOn: dayOf('handover') },
  rightsMedia: z
    .array(z.enum(keysOf(RIGHTS_MEDIA), { error: 'Choose from the list' }))
    .min(1, 'Choose at least one medium the cover may be used in'),
  rightsTerritory: needed(oneOf(RIGHTS_TERRITORIES), 'Choose where the cover may be used'),
  rightsTerm: needed(oneOf(RIGHTS_TERMS), 'Choose how long the cover may be used'),
  rightsExclusive: z.boolean().default(false),
  creditLine: text(200),
  validUntil: needed(day('2027-03-15'), 'Enter the last day on which this stands'),
};

/** What the designer alone says. */
const DECLARED = {
  aiUse: needed(oneOf(AI_USES), 'Say whether you use AI'),
  aiNotes: text(LONGEST_NOTES),
  stockUse: needed(oneOf(STOCK_USES), 'Say whether you use stock images'),
  stockNotes: text(LONGEST_NOTES),
  samples: z.array(z.uuid('Choose from your covers')).max(MOST_SAMPLES, `Choose ${MOST_SAMPLES} or fewer`),
};

/** A publisher answers the terms; what the designer declares and shows stays as it was. */
const answering = ({ terms, samples }: NonNullable<Asked['last']>) => ({
  samples: settled(samples),
  ...{ aiUse: settled(terms.aiUse), aiNotes: settled(terms.aiNotes) },
  ...{ stockUse: settled(terms.stockUse), stockNotes: settled(terms.stockNotes) },
});

/** The form of the side that writes the next version. */
export function proposalForm(asked: Asked) {
  const wrapOn = asked.kinds.includes('wrap') ? dayOf('wrap') : settled(null);
  // An answer may let its terms speak.
  const written = text(LONGEST_MESSAGE);
  const message = asked.last ? written : needed(written, 'Write a few lines to the publisher');
  const words = asked.side === 'publisher' && asked.last ? answering(asked.last) : DECLARED;
  return z
    .object({ message, ...TERMS, ...words, wrapOn })
    .superRefine((form, ctx) => {
      for (const { field, message } of [...judgeDays(form, asked), ...judgeTerms(form, asked)])
        ctx.addIssue({ code: 'custom', path: [field], message, input: form });
    }, TOO)
    .transform(
      ({ message, validUntil, samples, conceptsOn, frontOn, wrapOn, handoverOn, ...said }): Offer => {
        const dates = {
          ...{ concepts: conceptsOn, front: frontOn },
          ...(wrapOn && { wrap: wrapOn }),
          handover: handoverOn,
        };
        return { message, validUntil, samples, terms: { ...said, dates } };
      },
    )
    .superRefine((offer, ctx) => {
      if (isEcho(offer, asked))
        ctx.addIssue({ code: 'custom', path: ['price'], message: ECHO, input: offer });
    });
}

/** Sent back as it came, without a word: whoever does that would agree, and does not know that there is a button for it. */
const isEcho = ({ message, terms, samples }: Offer, { side, last }: Asked): boolean =>
  last !== null &&
  last.author !== side &&
  message === '' &&
  canonicalText({ terms, samples }) === canonicalText({ terms: last.terms, samples: last.samples });
const ECHO = 'Nothing is changed: change what you want otherwise, or go back and accept the offer';

/** Asked even when a field is refused, so that everything is said at once. */
const TOO = { when: () => true };

type Problem = { field: string; message: string };

/** A field that was read; null for one that was refused, whatever stands in its place. */
const textIn = (form: object, name: string): string | null => {
  const value = (form as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
};

function judgeDays(form: object, { kinds, latest, today }: Asked): Problem[] {
  const problems: Problem[] = [];
  let before: { kind: MilestoneKind; on: string } | null = null;
  for (const kind of kinds) {
    const field = dayField(kind);
    const on = textIn(form, field);
    const limit = latest[kind];
    if (on === null) continue;
    if (on <= today) problems.push({ field, message: 'Choose a day after today' });
    else if (limit && on > limit.day)
      problems.push({ field, message: `The brief asks for this by ${limit.words}: choose a day up to then` });
    else if (before && on < before.on)
      problems.push({
        field,
        message: `Choose a day that is not before that of ${MILESTONES[before.kind].toLowerCase()}`,
      });
    before = { kind, on };
  }
  const until = textIn(form, 'validUntil');
  if (until !== null && (until < today || until > daysAfter(today, VALID_DAYS.most)))
    problems.push({
      field: 'validUntil',
      message: `Choose a day from today on, ${VALID_DAYS.most} days ahead at most`,
    });
  return problems;
}

function judgeTerms(form: object, { side, currency, ai, stock }: Asked): Problem[] {
  const problems: Problem[] = [];
  const say = (field: string, message: string) => void problems.push({ field, message });
  if (currency && textIn(form, 'currency') !== currency)
    say('currency', `The brief pays in ${currency}: name the price in it`);
  if (side === 'publisher') return problems;
  const [aiUse, stockUse] = [textIn(form, 'aiUse'), textIn(form, 'stockUse')];
  if (aiUse === 'assisted' && ai === 'none') say('aiUse', 'This brief takes no AI-generated art');
  else if (aiUse === 'assisted' && !textIn(form, 'aiNotes')) say('aiNotes', 'Say what AI is used for');
  if (stockUse === 'licensed' && stock === 'none') say('stockUse', 'This brief takes no stock images');
  else if (stockUse === 'licensed' && !textIn(form, 'stockNotes'))
    say('stockNotes', 'Say which stock images, and under which licence');
  return problems;
}

/** What somebody says who declines. */
export const Reason = z.object({ reason: text(LONGEST_REASON) });
