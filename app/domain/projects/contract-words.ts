/**
 * A contract as people read it, on its page and as a file: clauses of facts and sentences, made from what was frozen and
 * hashed, and from nothing else. Sizes that follow from a printer's tables are left out: a table may change, a contract does not. Pure.
 */
import { RIGHTS_MEDIA, RIGHTS_TERMS, RIGHTS_TERRITORIES } from '../briefs/rules.ts';
import { PAPERS, printerTable } from '../covers/printers/index.ts';
import { FORMATS } from '../covers/rules.ts';
import { writeInches, writeMetricSize, writeMillimetres, writeSize } from '../covers/written.ts';
import { termWords, type TermField, type Terms } from '../proposals/terms.ts';
import type { Contract } from './contract.ts';
import { instalmentsOf, KILL_FEES } from './money.ts';
import { MILESTONES, milestonesFor, PROJECT_STATES, UNDER_WAY } from './rules.ts';
import { SILENCE_DAYS } from './silence.ts';

/** One reader's formatters, as `wordsFor` of the http room makes them. */
export type Say = {
  date: (value: Date | string) => string;
  money: (minor: number, currency: string) => string;
};
export type Fact = { term: string; value: string };
export type Clause = {
  title: string;
  facts: Fact[];
  /** Facts about one thing of several, under its name. */
  parts: { title: string; facts: Fact[] }[];
  /** Paragraphs. What a person wrote comes with its line ends. */
  text: string[];
};

const clause = (title: string, rest: Partial<Clause>): Clause => ({
  ...{ title, facts: [], parts: [], text: [] },
  ...rest,
});
const known = (facts: Fact[]): Fact[] => facts.filter(({ value }) => value !== '');

/** Everything that was agreed, in the order of a contract. */
export function contractWords(contract: Contract, say: Say): Clause[] {
  const { terms, message } = contract;
  return [
    parties(contract, say),
    work(contract),
    price(contract, say),
    judging(),
    ending(contract, say),
    rights(terms),
    made(terms, say),
    clause('Changes', {
      text: [
        'Price, dates, rounds of changes, page counts and what is to be done change by amendment only: one side proposes it, and it is true when the other accepts it. Amendments have numbers, and stand below this contract; what was agreed at first stays as it is.',
      ],
    }),
    ...(message ? [clause('What the last offer said', { text: paragraphs(message) })] : []),
  ];
}

const paragraphs = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);

function parties({ publisher, designer, agreedAt, briefVersion, proposalVersion }: Contract, say: Say) {
  const { name, organisation } = publisher;
  return clause('The parties', {
    facts: known([
      { term: 'Publisher', value: organisation ? `${name}, for ${organisation}` : name },
      { term: 'Designer', value: designer.name },
      { term: 'Agreed', value: say.date(agreedAt) },
      {
        term: 'On',
        value: `version ${briefVersion} of the brief and version ${proposalVersion} of the proposal`,
      },
    ]),
  });
}

function work({ book, formats, terms }: Contract) {
  return clause('The work', {
    facts: known([
      { term: 'Book', value: book.title },
      { term: 'Subtitle', value: book.subtitle },
      { term: 'Author', value: book.author },
      { term: 'ISBN', value: book.isbn },
      { term: 'Concepts', value: String(terms.concepts) },
      { term: 'Rounds of changes', value: String(terms.revisionRounds) },
    ]),
    parts: formats.map((format) => ({ title: FORMATS[format.kind], facts: specFacts(format) })),
    text: [
      'The rounds of changes are in the price, over all milestones together. Files are checked against these print specifications; the sizes of spine and sheet follow from them by the printer’s tables.',
    ],
  });
}

function specFacts({ spec, pagesFinal }: Contract['formats'][number]): Fact[] {
  if (!spec) return [{ term: 'Specification', value: 'As the notes of the brief say' }];
  const table = printerTable(spec.printer);
  const { trim, paper, pages, spine } = spec;
  const screen =
    spec.format === 'ebook_front' || spec.format === 'audiobook_square' ? table.screens[spec.format] : null;
  return known([
    { term: screen ? 'For' : 'Printer', value: screen?.name ?? table.name },
    { term: 'Trim size', value: trim ? `${writeSize(trim)} (${writeMetricSize(trim)})` : '' },
    { term: 'Paper', value: paper ? PAPERS[paper] : '' },
    { term: 'Pages', value: pages === null ? '' : `${pages}, ${pagesFinal ? 'final' : 'estimated'}` },
    { term: 'Spine', value: spine === null ? '' : `${writeInches(spine)} (${writeMillimetres(spine)})` },
    { term: 'Read', value: spec.direction === 'rtl' ? 'Right to left' : '' },
  ]);
}

const kindsOf = ({ formats }: Contract) => milestonesFor(formats.map(({ kind }) => kind));

function price(contract: Contract, say: Say) {
  const { terms } = contract;
  const sum = say.money(terms.price, terms.currency);
  return clause('Price and milestones', {
    facts: [
      { term: 'Price', value: sum },
      ...instalmentsOf(terms.price, kindsOf(contract)).map(({ kind, percent, amount }) => {
        const due = terms.dates[kind];
        const part = `${percent} %, ${say.money(amount, terms.currency)}`;
        return { term: MILESTONES[kind], value: due ? `${part}, by ${say.date(due)}` : part };
      }),
    ],
    text: [
      'The price is before tax. Each part of it is due when its milestone is approved. Payment is between the two sides; what is paid is recorded by one and confirmed by the other.',
    ],
  });
}

const judging = () =>
  clause('Deliveries and silence', {
    text: [
      'The publisher answers each delivery: approves it, requests changes, or asks a question. A request for changes counts as a round, unless the print specification has changed since.',
      `A delivery that nobody answers for ${SILENCE_DAYS} days counts as approved. The clock is on the project’s page; the publisher is told when half the time is over and when the last day begins, and while a question waits for its answer the clock stands still.`,
    ],
  });

/** What the kill fee is at each stage, and what follows when somebody else ends it. */
function ending(contract: Contract, say: Say) {
  const { terms } = contract;
  const kinds: readonly string[] = ['agreed', ...kindsOf(contract)];
  const stages = UNDER_WAY.filter((stage) => kinds.includes(stage));
  return clause('Ending early', {
    facts: stages.map((stage) => {
      const part = KILL_FEES[stage] ?? 0;
      const amount = say.money(Math.round(terms.price * part), terms.currency);
      const term = stage === 'agreed' ? 'Before work starts' : PROJECT_STATES[stage];
      return { term, value: part === 0 ? 'Nothing' : `${Math.round(part * 100)} % of the price, ${amount}` };
    }),
    text: [
      'This is what the publisher owes who cancels at that stage, and never less than what has been approved. A designer who cancels is owed what has been approved, and no more. What has been paid beyond that is returned.',
      'Either side may open a dispute. All clocks stand still until it is settled, or staff of Dustjacket decide it.',
    ],
  });
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const WHERE: Record<keyof typeof RIGHTS_TERRITORIES, string> = {
  world: 'in the whole world',
  language: 'in the whole world, in the language of this edition',
  europe: 'in Europe',
  north_america: 'in North America',
  uk_commonwealth: 'in the United Kingdom and the Commonwealth',
};
const HOW_LONG: Record<keyof typeof RIGHTS_TERMS, string> = {
  edition: 'for the life of this edition',
  five_years: 'for five years',
  ten_years: 'for ten years',
  copyright: 'for the full term of copyright',
};

/** "The publisher may use the cover for print and ebook, in the whole world, for ten years. Nobody else may." */
export function rightsSentence(terms: Terms): string {
  const { rightsMedia, rightsTerritory, rightsTerm, rightsExclusive } = terms;
  const media = rightsMedia.map((medium) => RIGHTS_MEDIA[medium].toLowerCase());
  const scope = [
    media.length > 0 ? `for ${listed(media)}` : 'for the formats of this contract',
    ...(rightsTerritory ? [WHERE[rightsTerritory]] : []),
    ...(rightsTerm ? [HOW_LONG[rightsTerm]] : []),
  ].join(', ');
  const others = rightsExclusive
    ? 'Nobody else may: the rights are exclusive.'
    : 'The rights are not exclusive.';
  return `The publisher may use the cover ${scope}. ${others}`;
}

function rights(terms: Terms) {
  return clause('Rights and credit', {
    facts: known([{ term: 'Credit line', value: terms.creditLine }]),
    text: [
      rightsSentence(terms),
      'The rights begin when the price is paid in full. Every other right stays with the designer.',
    ],
  });
}

/** How the cover may be made, as the designer declares it. */
function made(terms: Terms, say: Say) {
  const fields: readonly TermField[] = ['aiUse', 'aiNotes', 'stockUse', 'stockNotes'];
  const lines = termWords(terms, say).filter(({ field, text }) => fields.includes(field) && text !== '');
  return clause('AI and stock images', {
    facts: lines.map(({ label, text }) => ({ term: label, value: text })),
    text: lines.length > 0 ? [] : ['Nothing was declared.'],
  });
}
