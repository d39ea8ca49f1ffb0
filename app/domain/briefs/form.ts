/**
 * What the brief form may say. Anything may be empty, because a draft is saved at any point; whatever is
 * filled in has to be readable. Messages say how to mend what is refused, with an example.
 */
import { z } from 'zod';
import { FORMAT_KEYS, GENRE_KEYS, type Genre } from '../covers/rules.ts';
import { readRow } from './formats.ts';
import { day, money, oneOf, read, text, whole } from './readers.ts';
import { parseIsbn, parseWords } from './typed.ts';
import * as words from './vocabulary.ts';

const { MOST_COMPARABLES, MOST_FORMATS, MOST_TONE_WORDS } = words;

export type { BriefFormat } from './formats.ts';
export type Comparable = { title: string; author: string; likes: string };

const FormatRow = z.object({
  id: z.string().optional(),
  kind: z.enum(FORMAT_KEYS, { error: 'Choose one of the list' }).optional(),
  printer: oneOf(words.PRINTERS),
  trim: z.string().default(''),
  paper: oneOf(words.PAPERS),
  pages: z.string().default(''),
  pagesFinal: z.boolean().default(false),
  spine: z.string().default(''),
  notes: text(1000),
});

const FormatField = FormatRow.transform((row, ctx) =>
  readRow(row, (field, message) => ctx.addIssue({ code: 'custom', path: [field], message, input: row })),
);

const ComparableField = z
  .object({ title: text(200), author: text(120), likes: text(1000) })
  .transform((row, ctx): Comparable | null => {
    if (row.title) return row;
    if (row.author || row.likes)
      ctx.addIssue({
        code: 'custom',
        path: ['title'],
        message: 'Enter the title of this cover, or remove it',
        input: row,
      });
    return null;
  });

const MOST_OF_A_WORD = 40;
const toneWords = z
  .string()
  .optional()
  .transform((typed = '', ctx) => {
    const list = parseWords(typed);
    if (list.length > MOST_TONE_WORDS)
      ctx.addIssue(`Use ${MOST_TONE_WORDS} words or fewer; there are ${list.length}`);
    const long = list.find((word) => word.length > MOST_OF_A_WORD);
    if (long)
      ctx.addIssue(
        `Use ${MOST_OF_A_WORD} characters or fewer for a word, and commas between words, as in “wry, quiet”: “${long.slice(0, MOST_OF_A_WORD)}…” is longer`,
      );
    return list;
  });

const isThere = <Row>(row: Row | null): row is Row => row !== null;

/** The whole form. What comes out is what is stored, save for the budget, which `BriefForm` still has to judge. */
const Fields = z.object({
  title: text(200),
  subtitle: text(200),
  authorName: text(160),
  series: text(160),
  seriesNumber: text(20),
  imprint: text(120),
  isbn: read(
    parseIsbn,
    'Check the ISBN: it has 10 or 13 digits and the last must fit, as in 978-0-306-40615-7',
  ).transform((isbn) => isbn ?? ''),
  publicationOn: day('2027-09-30'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, 'Choose a language')
    .default('en'),
  direction: oneOf(words.DIRECTIONS),

  genre: z
    .enum(GENRE_KEYS, { error: 'Choose a genre' })
    .optional()
    .transform((value): Genre | null => value ?? null),
  audience: oneOf(words.AUDIENCES),
  comparables: z
    .array(ComparableField)
    .max(MOST_COMPARABLES, `Name ${MOST_COMPARABLES} covers or fewer`)
    .transform((rows) => rows.filter(isThere)),
  coversToAvoid: text(2000),

  blurb: text(4000),
  synopsis: text(20_000),
  toneWords,
  mustHave: text(4000),
  mustAvoid: text(4000),
  palette: text(500),
  approach: oneOf(words.APPROACHES),

  formats: z
    .array(FormatField)
    .max(MOST_FORMATS, `Ask for ${MOST_FORMATS} formats or fewer`)
    .transform((rows) => rows.filter(isThere)),
  productionNotes: text(4000),

  budgetMin: money(),
  budgetMax: money(),
  currency: z
    .enum(Object.keys(words.CURRENCIES) as [words.Currency, ...words.Currency[]], {
      error: 'Choose a currency',
    })
    .default('EUR'),
  roundOneOn: day('2027-03-15'),
  finalOn: day('2027-03-31'),
  concepts: whole(1, 20, 'how many concepts you expect'),
  revisionRounds: whole(0, 20, 'the rounds of changes'),
  rightsMedia: z.array(
    z.enum(Object.keys(words.RIGHTS_MEDIA) as [words.RightsMedium, ...words.RightsMedium[]], {
      error: 'Choose from the list',
    }),
  ),
  rightsTerritory: oneOf(words.RIGHTS_TERRITORIES),
  rightsTerm: oneOf(words.RIGHTS_TERMS),
  rightsExclusive: z.boolean().default(false),
  creditLine: text(200),
  aiPolicy: oneOf(words.AI_POLICIES),
  stockPolicy: oneOf(words.STOCK_POLICIES),
  visibility: z
    .enum(Object.keys(words.VISIBILITY) as [words.Visibility, ...words.Visibility[]], {
      error: 'Choose who can see the brief',
    })
    .default('public'),
});

type Budget = { budgetKind: words.BudgetKind; budgetMin: number | null; budgetMax: number | null };

/** Two amounts are a range, one is a fixed fee, none asks for quotes; an upper end alone is "up to", unless it is said to be fixed. */
export function budgetOf(min: number | null, max: number | null, kind?: string): Budget {
  if (min === null && max === null) return { budgetKind: 'open', budgetMin: null, budgetMax: null };
  const fee = kind === 'fixed' || max === null || min === max ? (max ?? min) : null;
  if (fee !== null) return { budgetKind: 'fixed', budgetMin: fee, budgetMax: fee };
  return { budgetKind: 'range', budgetMin: min, budgetMax: max };
}

type Form = z.output<typeof Fields>;

/** A rule between fields. It is asked even when another field is refused, so that everything is said at once. */
const between = (path: keyof Form, error: string) => ({ path: [path], error, when: () => true });
const inOrder = <Value extends string | number>(first: Value | null, second: Value | null): boolean =>
  first === null || second === null || first <= second;

/** Fields → the details of a brief. What one field says against another is checked here. */
export const BriefForm = Fields.refine(
  (form) => inOrder(form.roundOneOn, form.finalOn),
  between('roundOneOn', 'Choose a day for the first round that is not after the final files'),
)
  .refine(
    (form) => inOrder(form.budgetMin, form.budgetMax),
    between('budgetMax', 'Enter an upper end that is not below the fee, or leave it empty for a fixed fee'),
  )
  .transform((form) => ({ ...form, ...budgetOf(form.budgetMin, form.budgetMax) }));
export type BriefDetails = z.output<typeof BriefForm>;
