/** A contract as a test needs one: three covers of one book, every term said. */
import type { Contract } from '#app/domain/projects/contract.ts';
import type { CoverSpec } from '#app/domain/covers/spec.ts';

const ebook: CoverSpec = {
  ...{ format: 'ebook_front', printer: 'kdp', trim: null, paper: null },
  ...{ pages: null, spine: null, direction: 'ltr' },
};
const paperback: CoverSpec = {
  ...ebook,
  ...{ format: 'paperback_wrap', trim: { w: 6, h: 9 }, paper: 'cream', pages: 288 },
};

export const aContract = (overrides: Partial<Contract> = {}): Contract => ({
  agreedAt: '2026-11-21T15:00:00.000Z',
  publisher: { id: 'publisher', name: 'Paula Imprint', organisation: 'Saltmarsh Press' },
  designer: { id: 'designer', name: 'Dora Bodoni' },
  book: { title: 'The Salt Road', subtitle: '', author: 'Maren Holt', isbn: '978-0-306-40615-7' },
  ...{ briefId: 'brief', briefVersion: 3, proposalId: 'proposal', proposalVersion: 2 },
  formats: [
    { formatId: 'one', kind: 'ebook_front', coverSpecId: 'a', spec: ebook, pagesFinal: false },
    { formatId: 'two', kind: 'paperback_wrap', coverSpecId: 'b', spec: paperback, pagesFinal: true },
    { formatId: 'three', kind: 'custom', coverSpecId: null, spec: null, pagesFinal: false },
  ],
  terms: {
    ...{ price: 900_00, currency: 'EUR', concepts: 3, revisionRounds: 2 },
    dates: { concepts: '2027-03-01', front: '2027-03-15', wrap: '2027-03-29', handover: '2027-04-05' },
    ...{ rightsMedia: ['print', 'ebook'], rightsTerritory: 'world', rightsTerm: 'ten_years' },
    ...{ rightsExclusive: true, creditLine: 'Cover by Dora Bodoni' },
    ...{ aiUse: 'none', aiNotes: '', stockUse: 'licensed', stockNotes: 'Two photographs of a ferry' },
  },
  message: 'I have read it twice.\n\nThe ferry wants to be small.',
  ...overrides,
});
