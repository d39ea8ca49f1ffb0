/**
 * The three people of the development sign-in, with what they own: a publisher with briefs in several
 * states, a designer with a portfolio, a member of staff. The subjects are fixed; tests sign in with them.
 */
import type { SeedBrief, SeedDesigner, SeedPiece, SeedPublisher, SeedStaff } from './types.server.ts';

export const developmentPublisher: SeedPublisher = {
  subject: 'dev-hiring-001',
  name: 'Harriet Vane-Okafor',
  email: 'hiring@localhost',
  imprint: 'Long Barn Press',
  location: 'Ludlow, England',
  timeZone: 'Europe/London',
};

export const developmentDesigner: SeedDesigner = {
  subject: 'dev-designer-001',
  name: 'Dario Lindqvist',
  email: 'designer@localhost',
  headline: 'Trieste-born, Stockholm-trained: calm covers with a splinter in them',
  bio: `My mother ran a second-hand bookshop in Trieste where the wind opened the door. You sold what did not blow away, and I formed early views on binding. Later I studied in Stockholm, where nothing blows anywhere, and learned to space type.

I design fiction, history and the kind of nature writing with a person in it. Usually there is one still image and one thing wrong with it: a shadow that falls uphill, a chair facing the wall, a tide coming in from the left. If readers cannot say what bothers them I have done it right.

I illustrate in ink and wash, photograph when I must, and do my own wraps. Every file leaves here at size, with the spine measured twice and a note that says what I changed and why.`,
  location: 'Trieste, Italy',
  timeZone: 'Europe/Rome',
  genres: ['literary_fiction', 'crime_thriller', 'history', 'science_nature', 'short_stories'],
  styles: ['minimal', 'illustrated', 'typographic'],
  formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square'],
  availability: 'now',
  priceBand: 'from_600',
  joinedDaysAgo: 420,
};

export const developmentStaff: SeedStaff = {
  subject: 'dev-admin-001',
  name: 'Ada Quill',
  email: 'admin@localhost',
  timeZone: 'Europe/London',
};

export const developmentPieces: SeedPiece[] = [
  {
    designer: 'dev-designer-001',
    title: 'The Tide Comes In from the Left',
    author: 'Rosalba Kessner',
    publisher: 'Meridian Row',
    genre: 'literary_fiction',
    format: 'paperback_wrap',
    styles: ['illustrated', 'minimal'],
    year: 2025,
    role: 'design_and_illustration',
    creditLine: 'Cover design and illustration by Dario Lindqvist',
    altText: 'The title in widely spaced capitals above a flat sea that stands slightly out of level.',
    about:
      'The narrator has a neglect syndrome after a stroke and sees only half of any room. The whole picture leans by two degrees; three people at the publisher sent it back as a scanning fault before the editor understood and made them stop.',
    addedDaysAgo: 31,
  },
  {
    designer: 'dev-designer-001',
    title: 'Bora',
    subtitle: 'A History of One Wind',
    author: 'Livio Cossutta-Brandt',
    publisher: 'Frayne & Sparrow',
    genre: 'history',
    format: 'hardcover_case',
    styles: ['typographic', 'minimal'],
    year: 2024,
    role: 'design',
    creditLine: 'Jacket design: Dario Lindqvist',
    altText: 'The four letters of the title blown to the right-hand edge of a pale, empty cover.',
    about:
      'Foil on uncoated white, so that it marks as soon as it is handled. The author asked for a ship; I asked for nothing, and got nearly that.',
    addedDaysAgo: 118,
  },
  {
    designer: 'dev-designer-001',
    title: 'A Chair Facing the Wall',
    author: 'Signe Apelgren',
    publisher: 'Small Hours',
    genre: 'crime_thriller',
    format: 'ebook_front',
    styles: ['minimal', 'illustrated'],
    year: 2023,
    role: 'design_and_illustration',
    creditLine: 'Design by Dario Lindqvist',
    altText: 'The title in narrow letters beside a single wooden chair turned away from the reader.',
    about: '',
    addedDaysAgo: 203,
  },
  {
    designer: 'dev-designer-001',
    title: 'What the Eel Knows',
    subtitle: 'Letters from a Disappearing River',
    author: 'Gwenllian Prosser-Haugen',
    publisher: 'Saltmarsh Editions',
    genre: 'science_nature',
    format: 'ebook_front',
    styles: ['illustrated'],
    year: 2025,
    role: 'design_and_illustration',
    creditLine: 'Cover by Dario Lindqvist',
    altText: 'The title follows one long ink-drawn curve across a dark green ground.',
    about:
      'One brushstroke, sixty-one attempts. The eel is also the river, and on the wrap it goes round the spine and ends in the barcode.',
    addedDaysAgo: 64,
  },
  {
    designer: 'dev-designer-001',
    title: 'Lessons in Slow Arithmetic',
    author: 'Nikolaj Abramowicz-Dunne',
    publisher: 'Turf & Tallow',
    genre: 'short_stories',
    format: 'paperback_wrap',
    styles: ['typographic'],
    year: 2022,
    role: 'design',
    creditLine: 'Cover design by Dario Lindqvist',
    altText: 'The title set like a sum in a school exercise book, with one pencilled correction.',
    about: '',
    addedDaysAgo: 290,
  },
  {
    designer: 'dev-designer-001',
    title: 'The Customs Officer’s Daughter Declares Nothing',
    author: 'Mirna Vidulich',
    publisher: 'Edizioni Lampara Corta',
    genre: 'literary_fiction',
    format: 'audiobook_square',
    styles: ['illustrated', 'minimal'],
    year: 2026,
    role: 'design_and_illustration',
    creditLine: 'Design and illustration: Dario Lindqvist',
    altText: 'The long title stacked in even lines above an open, empty suitcase on a square cover.',
    about:
      'Seven words in a square the size of a thumbnail. The suitcase is open and empty, and its lining is the map of the border, too small to see unless you have read it.',
    addedDaysAgo: 12,
  },
];

export const developmentBriefs: SeedBrief[] = [];
