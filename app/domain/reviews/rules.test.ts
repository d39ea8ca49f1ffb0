import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, test } from 'vitest';
import { judgeProcess } from '#app/testing/process.ts';
import type { ProjectSide } from '../projects/rules.ts';
import { meansOf, ratedWords, reviewCount, scoresOf } from './review.ts';
import {
  endedBeforeReviews,
  REVIEW,
  REVIEW_QUESTIONS,
  ReplyText,
  ReviewForms,
  reviewsShownOn,
  reviewState,
} from './rules.ts';

judgeProcess(REVIEW, {
  start: 'unwritten',
  settled: ['replied', 'missed'],
  allowed: {
    write: [['unwritten'], ['author']],
    change: [['blind'], ['author']],
    show: [['blind'], ['reviewed', 'house']],
    reply: [['shown'], ['reviewed']],
    close: [['unwritten'], ['house']],
  },
});

const ENDED = new Date('2027-03-01T10:00:00Z');
const day = (n: number, more = 0) => new Date(ENDED.getTime() + n * 86_400_000 + more);

describe('where a review stands', () => {
  const moment = new Date();
  test.each([
    [null, day(0), 'unwritten'],
    [null, day(14, -1), 'unwritten'],
    [null, day(14), 'missed'],
    [{ shownAt: null, repliedAt: null }, day(20), 'blind'],
    [{ shownAt: moment, repliedAt: null }, day(1), 'shown'],
    [{ shownAt: moment, repliedAt: moment }, day(1), 'replied'],
  ] as const)('%o at %s is %s', (review, now, state) => {
    expect(reviewState(review, ENDED, now)).toBe(state);
  });

  test('turns at the same moment for who writes and for what is shown', () => {
    expect(endedBeforeReviews(reviewsShownOn(ENDED))).toEqual(ENDED);
  });
});

const send = (side: ProjectSide, fields: Record<string, string>) =>
  parseWithZod(new URLSearchParams(fields), { schema: ReviewForms[side] });
const refusalOf = (side: ProjectSide, fields: Record<string, string>) => {
  const sent = send(side, fields);
  return sent.status === 'error' ? sent.error : null;
};
const all = (side: ProjectSide, score: string) =>
  Object.fromEntries(Object.keys(REVIEW_QUESTIONS[side]).map((key) => [key, score]));
const BODY = 'Calm, quick, and right the first time.';

describe('the form', () => {
  test.each(['publisher', 'designer'] as const)(
    'of a %s asks five questions and keeps what applies',
    (side) => {
      const [first = '', ...others] = Object.keys(REVIEW_QUESTIONS[side]);
      const sent = send(side, { ...all(side, '4'), [first]: 'none', body: `  ${BODY} ` });
      expect(sent.status === 'success' && sent.value).toEqual({
        ratings: Object.fromEntries(others.map((key) => [key, 4])),
        body: BODY,
      });
      expect(others).toHaveLength(4);
    },
  );

  test('needs each question answered, and says which', () => {
    const refused = refusalOf('publisher', { body: BODY });
    expect(Object.keys(refused ?? {}).toSorted()).toEqual(Object.keys(REVIEW_QUESTIONS.publisher).toSorted());
    expect(refused?.['craft']).toEqual(['Craft: choose a number, or that it does not apply']);
    for (const score of ['0', '6', '4.5', 'toString'])
      expect(send('publisher', { ...all('publisher', '4'), craft: score, body: BODY }).status).toBe('error');
  });

  test('needs one question to apply', () => {
    const refused = refusalOf('designer', { ...all('designer', 'none'), body: BODY });
    expect(refused).toEqual({ clarity: ['Rate at least one of these'] });
  });

  test.each([
    ['', 'Say in at least 20 characters how it was'],
    ['Good.', 'Say in at least 20 characters how it was'],
    ['x'.repeat(2001), 'Shorten the review to 2,000 characters'],
  ])('refuses a text of %s', (body, message) => {
    const refused = refusalOf('publisher', { ...all('publisher', '5'), body });
    expect(refused).toEqual({ body: [message] });
  });

  test('of a reply takes up to a thousand characters', () => {
    const reply = (text: string) =>
      parseWithZod(new URLSearchParams({ reply: text }), { schema: ReplyText }).status;
    expect([reply('Thank you.'), reply(' '), reply('x'.repeat(1001))]).toEqual(['success', 'error', 'error']);
  });
});

describe('numbers', () => {
  const say = { number: (value: number) => value.toLocaleString('en-GB') };
  const rated = (n: number) => ({ total: n, questions: [{ question: 'craft', n, mean: 4.5 }] });

  test('stand in the order of the questions, without what did not apply', () => {
    expect(scoresOf('designer', { payment: 2, clarity: 5 })).toEqual([
      { label: 'Clarity of the brief', text: '5 of 5', part: 1 },
      { label: 'Payment', text: '2 of 5', part: 0.4 },
    ]);
  });

  test('of a few reviews make no mean', () => {
    expect(ratedWords('publisher', rated(2), say)).toEqual({ count: '2 reviews', scores: [], tooFew: true });
    expect(meansOf('publisher', rated(3), say)).toEqual([
      { label: 'Craft', text: '4.5 of 5 (3)', part: 0.9 },
    ]);
    expect(ratedWords('publisher', rated(0), say).tooFew).toBe(false);
  });

  test('are counted in words', () => {
    expect([0, 1, 2, 1200].map((n) => reviewCount(n, say))).toEqual([
      ...['No reviews yet', '1 review', '2 reviews', '1,200 reviews'],
    ]);
  });
});
