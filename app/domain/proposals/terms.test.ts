import { describe, expect, test } from 'vitest';
import { changedTerms, termWords, type Terms } from './terms.ts';

const say = {
  date: (day: string) => `on ${day}`,
  money: (minor: number, currency: string) => `${currency} ${minor / 100}`,
};
const terms: Terms = {
  ...{ price: 900_00, currency: 'EUR', concepts: 3, revisionRounds: 2 },
  dates: { concepts: '2027-03-01', front: '2027-03-15', handover: '2027-04-01' },
  ...{ rightsMedia: ['print', 'ebook'], rightsTerritory: 'world', rightsTerm: null, rightsExclusive: true },
  ...{
    creditLine: 'Cover by Dora',
    aiUse: 'none',
    aiNotes: '',
    stockUse: 'licensed',
    stockNotes: 'Two photographs',
  },
};
const texts = Object.fromEntries(termWords(terms, say).map(({ field, text }) => [field, text]));

describe('terms in words', () => {
  test('say every term once, and nothing of what was not said', () => {
    expect(texts).toEqual({
      ...{ price: 'EUR 900', concepts: '3', revisionRounds: '2' },
      'date-concepts': 'on 2027-03-01',
      'date-front': 'on 2027-03-15',
      'date-wrap': '',
      'date-handover': 'on 2027-04-01',
      ...{ rightsMedia: 'Print, Ebook', rightsTerritory: 'World', rightsTerm: '', rightsExclusive: 'Yes' },
      ...{ creditLine: 'Cover by Dora', aiUse: 'No AI-generated art', aiNotes: '' },
      ...{ stockUse: 'Licensed stock images, as described', stockNotes: 'Two photographs' },
    });
  });
});

describe('what a counter-offer changes', () => {
  test('is nothing when it says the same', () => {
    expect(changedTerms(terms, structuredClone(terms), say)).toEqual([]);
  });

  test('is each term that reads otherwise, with what it was', () => {
    const counter: Terms = {
      ...terms,
      ...{ price: 800_00, revisionRounds: 3 },
      dates: { ...terms.dates, wrap: '2027-03-22' },
    };
    expect(changedTerms(terms, counter, say)).toEqual([
      { field: 'price', label: 'Price', was: 'EUR 900', is: 'EUR 800' },
      { field: 'revisionRounds', label: 'Rounds of changes', was: '2', is: '3' },
      { field: 'date-wrap', label: 'Full wrap due', was: '', is: 'on 2027-03-22' },
    ]);
  });

  test('is the price too when only its currency changes', () => {
    expect(changedTerms(terms, { ...terms, currency: 'GBP' }, say)).toHaveLength(1);
  });
});
