/** What the forms of cancelling and of disputes may say. */
import { z } from 'zod';
import { read, text } from '../briefs/readers.ts';
import { parseMoney } from '../briefs/rules.ts';
import { DISPUTE_GROUNDS, type DisputeGround } from './rules.ts';

const LONGEST = 5000;

/** Text that has to be there. */
const said = (message: string) => text(LONGEST).refine((typed) => typed !== '', message);

export const CancelForm = z.object({
  reason: said('Say why, in a sentence or two: the other side reads it'),
  amounts: z.string().default(''),
});

export const DisputeForm = z.object({
  ground: z.enum(Object.keys(DISPUTE_GROUNDS) as [DisputeGround, ...DisputeGround[]], {
    error: 'Choose what it is about',
  }),
  statement: said('Say what happened, as you see it'),
  wish: said('Say what would settle it'),
});
export type Opening = z.output<typeof DisputeForm>;

export const ReplyForm = z.object({ reply: said('Say how you see it') });

export const DecisionForm = z.object({
  award: read(
    (typed) => (/^\s*0\s*$/.test(typed) ? 0 : parseMoney(typed)),
    'Enter an amount, such as 0, 800 or 1,200.50',
  ).transform((award, ctx) => {
    if (award === null) ctx.addIssue('Enter what the project is worth in all, such as 0 or 800');
    return award ?? 0;
  }),
  decision: said('Say what you decide, and why: both sides read it'),
});
export type Decision = z.output<typeof DecisionForm>;
