/** What the forms about votes may say. */
import { z } from 'zod';
import { text } from '../briefs/readers.ts';
import { isUuid } from '../ids.ts';
import { personName } from '../people/details.ts';
import { MOST_VOTED_ON } from './rules.ts';

export const LinkForm = z.object({
  label: text(80),
  showsPrice: z.boolean().default(false),
});
export type LinkValues = z.output<typeof LinkForm>;

const NOT_OURS = 'This form is incomplete. Open the page again and send it from there.';

const Row = z.object({
  proposalId: z.string({ error: NOT_OURS }).refine(isUuid, NOT_OURS),
  score: z
    .enum(['1', '2', '3', '4', '5'], { error: 'Choose one of the five' })
    .optional()
    .transform((score) => (score === undefined ? null : Number(score))),
  comment: text(1000),
});

/** A guest says something about as many of the proposals as they like, but of one at least. */
export const VoteForm = z
  .object({ name: personName('Enter your name'), votes: z.array(Row).max(MOST_VOTED_ON, NOT_OURS) })
  .transform(({ name, votes }, ctx) => {
    const say = (field: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path: ['votes', ...field], message, input: votes });
    votes.forEach(({ score, comment }, at) => {
      if (comment && score === null) say([at, 'score'], 'Choose one of the five beside your words');
    });
    const cast = votes.flatMap(({ score, ...vote }) => (score === null ? [] : [{ ...vote, score }]));
    if (votes.every(({ score, comment }) => score === null && comment === ''))
      say([0, 'score'], 'Choose one of the five for at least one of the proposals');
    return { name, votes: cast };
  });
export type VoteValues = z.output<typeof VoteForm>;
