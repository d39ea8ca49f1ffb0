import { describe, expect, test } from 'vitest';
import { aContract } from '#app/testing/contract.ts';
import { contractWords, rightsSentence } from './contract-words.ts';

const say = {
  date: (day: Date | string) => `on ${new Date(day).toISOString().slice(0, 10)}`,
  money: (minor: number, currency: string) => `${currency} ${(minor / 100).toFixed(2)}`,
};
const words = (contract = aContract()) => contractWords(contract, say);
const clauseOf = (title: string, contract = aContract()) => {
  const found = words(contract).find((clause) => clause.title === title);
  if (!found) throw new Error(`no clause ${title}`);
  return found;
};
const flat = (contract = aContract()) => JSON.stringify(words(contract));

describe('a contract in words', () => {
  test('says who, what, for how much, and every declaration', () => {
    const said = flat();
    for (const word of ['Paula Imprint, for Saltmarsh Press', 'Dora Bodoni', 'The Salt Road', 'Maren Holt'])
      expect(said).toContain(word);
    for (const word of ['978-0-306-40615-7', 'Cover by Dora Bodoni', 'No AI-generated art', 'EUR 900.00'])
      expect(said).toContain(word);
    for (const word of ['Two photographs of a ferry', 'version 3 of the brief', '14 days'])
      expect(said).toContain(word);
    expect(clauseOf('What the last offer said').text).toEqual([
      'I have read it twice.',
      'The ferry wants to be small.',
    ]);
  });

  test('names what each format is printed to', () => {
    expect(clauseOf('The work').parts).toEqual([
      { title: 'Ebook front', facts: [{ term: 'For', value: expect.stringContaining('Kindle') as string }] },
      {
        title: 'Paperback wrap',
        facts: [
          { term: 'Printer', value: 'Amazon KDP' },
          { term: 'Trim size', value: '6 × 9 in (152.4 × 228.6 mm)' },
          { term: 'Paper', value: 'Cream' },
          { term: 'Pages', value: '288, final' },
        ],
      },
      {
        title: 'Something else',
        facts: [{ term: 'Specification', value: 'As the notes of the brief say' }],
      },
    ]);
  });

  test('parts the price by milestones, and says what ending early costs at each', () => {
    expect(clauseOf('Price and milestones').facts).toEqual([
      { term: 'Price', value: 'EUR 900.00' },
      { term: 'Concepts', value: '25 %, EUR 225.00, by on 2027-03-01' },
      { term: 'Front cover', value: '40 %, EUR 360.00, by on 2027-03-15' },
      { term: 'Full wrap', value: '25 %, EUR 225.00, by on 2027-03-29' },
      { term: 'Hand-over', value: '10 %, EUR 90.00, by on 2027-04-05' },
    ]);
    expect(clauseOf('Ending early').facts).toEqual([
      { term: 'Before work starts', value: 'Nothing' },
      { term: 'At concepts', value: '25 % of the price, EUR 225.00' },
      { term: 'At the front cover', value: '33 % of the price, EUR 297.00' },
      { term: 'At the full wrap', value: '100 % of the price, EUR 900.00' },
      { term: 'At hand-over', value: '100 % of the price, EUR 900.00' },
    ]);
  });

  test('has no wrap where nothing is bound', () => {
    const contract = aContract({ formats: aContract().formats.slice(0, 1) });
    expect(clauseOf('Price and milestones', contract).facts.map(({ term }) => term)).toEqual([
      ...['Price', 'Concepts', 'Front cover', 'Hand-over'],
    ]);
    expect(flat(contract)).not.toContain('wrap');
  });

  test('leaves out what was not said', () => {
    const { terms } = aContract();
    const bare = aContract({
      ...{ message: '', publisher: { id: 'p', name: 'Paula', organisation: '' } },
      terms: { ...terms, aiUse: null, stockUse: null, stockNotes: '', creditLine: '' },
    });
    expect(words(bare).map(({ title }) => title)).not.toContain('What the last offer said');
    expect(clauseOf('The parties', bare).facts[0]).toEqual({ term: 'Publisher', value: 'Paula' });
    expect(clauseOf('AI and stock images', bare)).toMatchObject({
      facts: [],
      text: ['Nothing was declared.'],
    });
    expect(clauseOf('Rights and credit', bare).facts).toEqual([]);
    for (const { facts } of words(bare)) for (const { value } of facts) expect(value).not.toBe('');
  });
});

describe('rights as a sentence', () => {
  const { terms } = aContract();
  test('say for what, where, how long and whether others may', () => {
    expect(rightsSentence(terms)).toBe(
      'The publisher may use the cover for print and ebook, in the whole world, for ten years. Nobody else may: the rights are exclusive.',
    );
  });
  test('name no more than was named', () => {
    const few = {
      ...terms,
      rightsMedia: [],
      rightsTerritory: null,
      rightsTerm: null,
      rightsExclusive: false,
    };
    expect(rightsSentence(few)).toBe(
      'The publisher may use the cover for the formats of this contract. The rights are not exclusive.',
    );
  });
});
