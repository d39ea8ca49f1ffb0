/**
 * Books of the development publisher whose covers are being made, so that a project of every state is there to look at; and
 * where each of them stands.
 */
import type { MilestoneKind, MilestoneState, ProjectSide, ProjectState } from '#app/domain/projects/rules.ts';
import type { SeedBrief } from './types.server.ts';

/** Where a project stands, and how the milestone is that it stands at, or stood at when it was disputed or ended. */
export type SeedCourse = {
  state: ProjectState;
  at: MilestoneKind;
  milestone: MilestoneState;
  /** Days since what is to be judged was delivered. */
  deliveredDaysAgo?: number;
  roundsUsed?: number;
  /** Who opened the dispute, or cancelled. */
  by?: ProjectSide;
  reason?: string;
};

type Book = Pick<SeedBrief, 'key' | 'title' | 'author' | 'genre' | 'blurb' | 'toneWords'> & { pages: number };

const BOOKS: [Book, SeedCourse][] = [
  [
    {
      key: 'b101',
      title: 'Small Instruments',
      author: 'Perpetua Lindgate',
      genre: 'literary_fiction',
      pages: 216,
      toneWords: ['exact', 'tender', 'dry'],
      blurb: `Ines Corvo repairs hearing aids in a shop that used to sell accordions, and has begun to hear, in the ones people bring back, the last thing that was said to their owners. Most of it is about supper. One afternoon it is her own name, in a voice she last heard on a ferry in 1987, and the man who wants the aid cleaned says that he found it on a train.`,
    },
    { state: 'agreed', at: 'concepts', milestone: 'due' },
  ],
  [
    {
      key: 'b93',
      title: 'The Ferryman’s Arithmetic',
      author: 'Obadiah Renn',
      genre: 'historical_fiction',
      pages: 352,
      toneWords: ['salt', 'slow', 'stubborn'],
      blurb: `In the winter of 1703 the great storm moves a sandbank four hundred yards, and with it the border between two parishes. Whoever lives on the bank now owes tithe to both or to neither. The only man who can say where it lay before is the ferryman, who counted his strokes every day for thirty years, and who has made up his mind not to tell anybody.`,
    },
    { state: 'concepts', at: 'concepts', milestone: 'delivered', deliveredDaysAgo: 5 },
  ],
  [
    {
      key: 'b94',
      title: 'Weathering',
      author: 'Una Thackeray-Bose',
      genre: 'science_nature',
      pages: 288,
      toneWords: ['patient', 'mineral', 'clear'],
      blurb: `A gravestone loses a millimetre in a hundred years, and a name cut three millimetres deep is gone when nobody is left who remembers it. Una Thackeray-Bose, a geologist who grew up beside a churchyard, reads what rain, frost and lichen have done to the written stones of eleven countries. It turns out to be a book about patience, and about who decides how deep to cut.`,
    },
    { state: 'front', at: 'front', milestone: 'changes_requested', deliveredDaysAgo: 3, roundsUsed: 2 },
  ],
  [
    {
      key: 'b95',
      title: 'A Short History of Being Late',
      author: 'Cosmo Hallewell',
      genre: 'history',
      pages: 264,
      toneWords: ['brisk', 'amused', 'learned'],
      blurb: `Before there were railways nobody was late by less than half a day. Cosmo Hallewell follows the minute from the counting-houses of Genoa to the factory gate, the school bell and the airport lounge, and shows how each generation was taught to fear a smaller piece of time than the one before it. With twenty-two timetables, and one apology to the reader for the delay.`,
    },
    { state: 'wrap', at: 'wrap', milestone: 'stale' },
  ],
  [
    {
      key: 'b96',
      title: 'Orchard Law',
      author: 'Marguerite Ashdown-Pye',
      genre: 'crime_thriller',
      pages: 312,
      toneWords: ['sly', 'green', 'cold'],
      blurb: `A pear tree on a boundary drops its fruit on both sides, and for forty years two families have fought over the windfalls in every court the county has. When the tree is found cut down on the morning of the last hearing, with the surveyor lying under it, Sergeant Dilys Crane has fourteen suspects with a grievance in writing, and one without any grievance at all.`,
    },
    { state: 'handover', at: 'handover', milestone: 'due', roundsUsed: 1 },
  ],
  [
    {
      key: 'b97',
      title: 'Everything Borrowed',
      author: 'Salome Whitlock',
      genre: 'short_stories',
      pages: 192,
      toneWords: ['wry', 'spare', 'domestic'],
      blurb: `Twelve stories about things that were lent and did not come back: a ladder, a surname, the use of a spare room, a recipe, an alibi, a child for the summer. Salome Whitlock writes about neighbours as others write about empires. Her people keep accounts in their heads that never quite balance, and are astonished, again and again, at what the other side believes that it is owed.`,
    },
    { state: 'completed', at: 'handover', milestone: 'approved', roundsUsed: 1 },
  ],
  [
    {
      key: 'b98',
      title: 'The Understudy’s Winter',
      author: 'Jocasta Prynne',
      genre: 'literary_fiction',
      pages: 248,
      toneWords: ['candlelit', 'anxious', 'funny'],
      blurb: `For nine seasons Mabel Tarrant has learned other people’s lines and gone home at the interval. In the tenth, at the end of a pier in February, the leading lady walks off into the sea-fog between two scenes and is not seen again. The play goes on. What Mabel cannot decide, with eleven performances left and a detective in the stalls, is whether it has ever gone better.`,
    },
    {
      ...{ state: 'cancelled', at: 'front', milestone: 'due', deliveredDaysAgo: 9, by: 'publisher' },
      reason: 'The author has withdrawn the book. None of this is your doing; the concepts were lovely.',
    },
  ],
  [
    {
      key: 'b99',
      title: 'Salt Tax',
      author: 'Benedikt Okonjo-Rhys',
      genre: 'politics_society',
      pages: 336,
      toneWords: ['angry', 'plain', 'documented'],
      blurb: `Every government that ever taxed salt said that it was for a little while. Benedikt Okonjo-Rhys has read the ledgers of the gabelle, the inland customs hedge of India and the works at Droitwich, and has walked what is left of each of them. He finds the same forms, the same exemptions, and the same kitchen table at which somebody works out what can be gone without.`,
    },
    {
      ...{ state: 'disputed', at: 'front', milestone: 'delivered', deliveredDaysAgo: 4, by: 'publisher' },
      reason:
        'We agreed on type alone, and this front is a photograph. I asked for type twice in writing, and I should like another front without using up a round.',
    },
  ],
  [
    {
      key: 'b100',
      title: 'The Lamp Room',
      author: 'Ottoline Fairweather',
      genre: 'poetry',
      pages: 96,
      toneWords: ['grave', 'bright', 'northern'],
      blurb: `Ottoline Fairweather’s third collection takes its name from the room at a pithead where each lamp hung on a numbered hook, and an empty hook in the evening meant a man below. The poems keep count in the same way: of a village, of its dialect, of a marriage, of the words for light in a place that had a great many of them. A last sequence follows one lamp into a museum.`,
    },
    {
      ...{ state: 'resolved', at: 'front', milestone: 'delivered', deliveredDaysAgo: 20, by: 'designer' },
      reason: 'Three months have passed since the concepts were approved, and nothing has been paid.',
    },
  ],
];

export const developmentProjects: SeedBrief[] = BOOKS.map(([{ pages, ...book }], at) => ({
  ...book,
  ...{ publisher: 'dev-hiring-001', state: 'awarded', visibility: 'public', imprint: 'Long Barn Press' },
  ...{ language: 'en-GB', audience: 'adult', approach: 'open', comparables: [] },
  formats: [
    { kind: 'paperback_wrap', printer: 'kdp', trim: '5.5 × 8.5 in', paper: 'cream', pages },
    { kind: 'ebook_front' },
  ],
  budget: { kind: 'fixed', max: 640 + at * 40, currency: 'GBP' },
  ...{ roundOneInDays: -12 + at, finalInDays: 30 + at, concepts: 3, revisionRounds: 2 },
  rights: { media: ['print', 'ebook'], territory: 'world', term: 'edition', exclusive: true },
  ...{ creditLine: 'Cover design by [name]', aiPolicy: 'none', stockPolicy: 'licensed' },
  postedDaysAgo: 60 + at,
}));

/** Where the development publisher's projects stand, by the titles of their books. */
export const OWN_COURSES: ReadonlyMap<string, SeedCourse> = new Map([
  ...BOOKS.map(([{ title }, course]) => [title, course] as const),
  [
    'A Field Guide to Other People’s Kitchens',
    { state: 'wrap', at: 'wrap', milestone: 'delivered', deliveredDaysAgo: 13.4, roundsUsed: 1 },
  ],
]);

/** The same with another publisher's, so that the development designer has been reviewed by more than one. */
export const COURSES: ReadonlyMap<string, SeedCourse> = new Map([
  ...OWN_COURSES,
  ['Lekker Broke', { state: 'completed', at: 'handover', milestone: 'approved', deliveredDaysAgo: 12 }],
]);

/** Everybody else’s, one after the other. */
export const OTHER_COURSES: readonly SeedCourse[] = [
  { state: 'front', at: 'front', milestone: 'due', roundsUsed: 1 },
  { state: 'completed', at: 'handover', milestone: 'approved', roundsUsed: 1 },
  { state: 'concepts', at: 'concepts', milestone: 'delivered', deliveredDaysAgo: 8 },
  { state: 'handover', at: 'handover', milestone: 'delivered', deliveredDaysAgo: 2, roundsUsed: 2 },
];
