import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, test } from 'vitest';
import type { BriefDetails } from '../briefs/form.ts';
import { someTerms } from '#app/testing/proposals.ts';
import { askedOf, briefHints } from './asked.ts';
import { proposalForm } from './form.ts';
import { newValues, ownFields, termValues, typedValues, type ProposalValues } from './values.ts';

const TODAY = '2026-11-20';
const say = { date: (on: string) => `on ${on}`, money: (minor: number, code: string) => `${code} ${minor}` };
const brief = {
  ...{ budgetKind: 'fixed', budgetMin: 600_00, budgetMax: 600_00, currency: 'EUR' },
  ...{ roundOneOn: '2027-01-10', finalOn: '2027-03-01', concepts: 3, revisionRounds: 2 },
  ...{ rightsMedia: ['print'], rightsTerritory: 'world', rightsTerm: 'edition', rightsExclusive: true },
  ...{ creditLine: 'Cover design by [name]', aiPolicy: 'none', stockPolicy: 'none' },
  formats: [{ kind: 'paperback_wrap' }, { kind: 'ebook_front' }],
} as unknown as BriefDetails;
const ebook = { ...brief, formats: [{ kind: 'ebook_front' }] } as unknown as BriefDetails;

const asked = (details = brief, side: 'designer' | 'publisher' = 'designer') =>
  askedOf(details, { side, today: TODAY, say });
const filled: ProposalValues = {
  ...newValues(brief, 'Dora', TODAY),
  ...{ message: 'A ferry.', aiUse: 'none', stockUse: 'none' },
};
function sent(values: ProposalValues): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) fields.append(name, one);
  return fields;
}
const parse = (values: ProposalValues, what = asked()) =>
  parseWithZod(sent(values), { schema: proposalForm(what) });
const errorsOf = (values: ProposalValues, what = asked()) => {
  const form = parse(values, what);
  return form.status === 'error' ? form.error : {};
};

describe('a new proposal', () => {
  test('starts with what the brief says already', () => {
    expect(newValues(brief, 'Dora', TODAY)).toEqual({
      ...{ price: '600', currency: 'EUR', concepts: '3', revisionRounds: '2' },
      ...{ conceptsOn: '2027-01-10', frontOn: '2027-01-27', wrapOn: '2027-02-12', handoverOn: '2027-03-01' },
      ...{ rightsMedia: ['print'], rightsTerritory: 'world', rightsTerm: 'edition', rightsExclusive: 'on' },
      ...{ creditLine: 'Cover design by Dora', validUntil: '2026-12-20' },
    });
  });

  test('has no days that have passed, and no wrap for a cover without a spine', () => {
    const late = newValues(ebook, 'Dora', '2027-01-31');
    expect(late).toMatchObject({ conceptsOn: '', frontOn: '', handoverOn: '2027-03-01' });
    expect(late).not.toHaveProperty('wrapOn');
  });

  test('becomes terms when it is whole', () => {
    const form = parse(filled);
    expect(form.status === 'success' && form.value).toEqual({
      ...{ message: 'A ferry.', validUntil: '2026-12-20', samples: [] },
      terms: someTerms({
        ...{ creditLine: 'Cover design by Dora', rightsMedia: ['print'] },
        dates: {
          ...{ concepts: '2027-01-10', front: '2027-01-27', wrap: '2027-02-12', handover: '2027-03-01' },
        },
      }),
    });
  });

  test('says everything it lacks at once', () => {
    const lacking = Object.keys(errorsOf({}) ?? {}).sort();
    expect(lacking).toEqual([
      ...['aiUse', 'concepts', 'conceptsOn', 'frontOn', 'handoverOn', 'message', 'price'],
      ...['revisionRounds', 'rightsMedia', 'rightsTerm', 'rightsTerritory', 'stockUse', 'validUntil'],
      'wrapOn',
    ]);
  });
});

describe('what is refused', () => {
  test.each([
    ['price', 'a lot', 'Enter an amount, such as 800 or 1,200.50'],
    ['currency', 'GBP', 'The brief pays in EUR: name the price in it'],
    ['concepts', '0', 'Enter the concepts as a whole number from 1 to 20'],
    ['conceptsOn', '2026-11-20', 'Choose a day after today'],
    ['conceptsOn', '2027-01-11', 'The brief asks for this by on 2027-01-10: choose a day up to then'],
    ['handoverOn', '2027-03-02', 'The brief asks for this by on 2027-03-01: choose a day up to then'],
    ['frontOn', '2027-01-09', 'Choose a day that is not before that of concepts'],
    ['wrapOn', '31 February', 'Enter a day that is on the calendar, such as 2027-03-15'],
    ['validUntil', '2026-11-19', 'Choose a day from today on, 90 days ahead at most'],
    ['validUntil', '2027-02-19', 'Choose a day from today on, 90 days ahead at most'],
    ['aiUse', 'assisted', 'This brief takes no AI-generated art'],
    ['stockUse', 'licensed', 'This brief takes no stock images'],
    ['message', 'x'.repeat(4001), 'Use 4,000 characters or fewer; there are 4,001'],
    ['samples', ['none'], 'Choose from your covers'],
  ])('%s: %s', (name, value, message) => {
    const errors = errorsOf({ ...filled, [name]: value }) ?? {};
    expect(Object.values(errors).flat()).toEqual([message]);
    expect(Object.keys(errors)[0]).toMatch(new RegExp(`^${name}`));
  });

  test('is what is not declared', () => {
    const open = asked({ ...brief, aiPolicy: 'declared', stockPolicy: null });
    const said = { ...filled, aiUse: 'assisted', stockUse: 'licensed' };
    expect(errorsOf(said, open)).toEqual({
      aiNotes: ['Say what AI is used for'],
      stockNotes: ['Say which stock images, and under which licence'],
    });
    expect(errorsOf({ ...said, aiNotes: 'Textures', stockNotes: 'A sky' }, open)).toEqual({});
  });

  test('is not a currency where the brief asks for quotes, nor a day that the brief has let pass', () => {
    const quotes = asked({ ...brief, budgetKind: 'open', budgetMin: null, budgetMax: null });
    expect(errorsOf({ ...filled, currency: 'GBP' }, quotes)).toEqual({});
    const stale = asked({ ...brief, roundOneOn: null, finalOn: '2026-11-01' });
    expect(errorsOf({ ...filled, handoverOn: '2027-06-01' }, stale)).toEqual({});
  });
});

describe('an answer', () => {
  const last = { author: 'designer' as const, terms: someTerms({ aiNotes: 'None' }), samples: ['a'] };
  const counter = askedOf(ebook, { side: 'publisher', today: TODAY, last, say });
  const values = { ...termValues(last.terms), validUntil: '2026-12-01', price: '500' };

  test('of the publisher leaves alone what the designer declares and shows', () => {
    const form = parse({ ...values, aiUse: 'assisted', stockNotes: 'forged', samples: ['b'] }, counter);
    expect(form.status === 'success' && form.value).toEqual({
      ...{ message: '', validUntil: '2026-12-01', samples: ['a'] },
      terms: { ...last.terms, price: 500_00 },
    });
  });

  test('that changes nothing and says nothing is not an answer', () => {
    const echo = { ...values, price: termValues(last.terms).price ?? '' };
    expect(errorsOf(echo, counter)).toEqual({
      price: [expect.stringMatching(/^Nothing is changed: .* accept/)],
    });
    expect(errorsOf({ ...echo, message: 'Is the wrap in it?' }, counter)).toEqual({});
    const own = { ...last, author: 'publisher' as const };
    expect(errorsOf(echo, askedOf(ebook, { side: 'publisher', today: TODAY, last: own, say }))).toEqual({});
  });

  test('of the publisher may give more time than the brief, and the designer may take it', () => {
    expect(errorsOf({ ...values, handoverOn: '2031-06-01' }, counter)).toEqual({});
    const given = { ...last, author: 'publisher' as const };
    const answer = askedOf(ebook, { side: 'designer', today: TODAY, last: given, say });
    expect(answer.latest.handover?.day).toBe('2031-05-20');
  });
});

test('what is no field of the form is left out, and a draft keeps the rest as typed', () => {
  const fields = new URLSearchParams('price=1&price=2&then=save&formToken=x&rightsMedia=a&rightsMedia=b&x=y');
  expect(typedValues(ownFields(fields))).toEqual({ price: '1', rightsMedia: ['a', 'b'] });
});

test('the brief speaks beside the fields', () => {
  expect(briefHints(brief, say)).toEqual({
    price: 'The brief pays EUR 60000.',
    concepts: 'The brief asks for them by on 2027-01-10.',
    handover: 'The brief asks for the final files by on 2027-03-01.',
    ai: 'The brief says: No AI-generated art.',
    stock: 'The brief says: No stock images.',
  });
  const range = { ...brief, budgetKind: 'range', budgetMin: 1 } as BriefDetails;
  expect(briefHints(range, say).price).toBe('The brief pays EUR 1 to EUR 60000.');
  expect(briefHints({ ...range, budgetMin: null }, say).price).toBe('The brief pays up to EUR 60000.');
  expect(briefHints({ ...brief, budgetKind: 'open' }, say).price).toBe('The brief asks for quotes.');
});
