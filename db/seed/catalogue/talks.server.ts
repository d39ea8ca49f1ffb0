/** What is said in the sample catalogue, by turns, the designer first. */

import type { Sample } from '../art/sample.server.ts';

/** The book that the long talk is about. */
export const LONG_TALK_ABOUT = 'A Field Guide to Other People’s Kitchens';

export const LONG_TALK: readonly string[] = [
  'Thank you for the brief. Before I say anything sensible: is the gas meter a promise or a joke? It changes the whole front.',
  'A joke, until the last chapter. I had hoped nobody would draw a dial with a face on it, so I am glad you ask.',
  'Good. Then I would like no dial at all, but what she saw from beside the boiler: flowers, as on nine hundred tablecloths, with the title set where the table would be.',
  'That is better than anything in my notes.\n\nTwo worries, both from our sales meeting:\n\n- it must read at the size of a stamp\n- no more blue than the last one had',
  'The first is the reason for the large type. For the second: how would butter yellow do, like old kitchen paint, with the lettering in aubergine?',
  'Yellow is fine. Please keep the author’s name as large as on her first book; her agent measures it.',
  'Measured already. It is 11 mm on the paperback of The Nine Hundredth Slice, and will be 12 here.',
  'You are wonderful. When can I show something to the others?',
  'Three sketches by Thursday evening, my time. They will be rough: pencil and one typeset line each.',
  'Rough is right. We meet on Friday at ten.',
  'One more question. The spine comes to 24.2 mm with 240 pages on cream. Is that count final? Under 20 I would drop the small teapot on it.',
  'Final: typesetting promised me 240, with the index and the recipe.',
  'Then the teapot stays. It will be nine millimetres high and very proud.',
  'I have just seen the first one over your shoulder, so to speak: the preview of it as a book on a table. It works even when I squint.',
  'That is what it is for. The other two are nearly there.',
  'No hurry. Friday at ten is still Friday at ten.',
  'Here is a thought for the back: the tablecloth itself, as a pattern of checks that stops where the barcode begins. Two fronts for it, so that you see the yellow.',
];

export const TALKS: readonly (readonly string[])[] = [
  [
    'I would love to work on this. Do you have a house typeface for the series, or may I choose?',
    'You may choose. The two before had nothing in common but the publisher.',
    'Then I will look for something with a slanted e. You will see why.',
  ],
  [
    'Your brief asks for no photographs. Does that hold for a photogram, made without a camera?',
    'I had to look it up. Yes, that is welcome; what we do not want is a woman seen from behind.',
    'Nobody will be seen from any side.',
    'Then we understand each other.',
  ],
  ['Is the budget for the ebook front alone, or for the paperback as well?'],
  [
    'Hello, I can do this for half, if you pay me by bank transfer and we leave the contract out of it.',
    'Thank you, no. I would rather have the contract.',
    'As you like. The offer stands until Sunday.',
  ],
  [
    'I am booked until the middle of next month. Would that be too late for the sketches?',
    'It would be tight but possible, if the finals do not move.',
    'They will not move. I will write a proposal tonight.',
    'Please do.',
    'It is written. The dates in it are ones I can keep.',
  ],
];

type SentAlong = { with: string; files: readonly { name: string; sample: Sample }[] };

/** Files that went with messages of the long talk, by how those begin. */
export const SENT_ALONG: readonly SentAlong[] = [
  {
    with: 'Yellow is fine.',
    files: [
      {
        name: 'her-name-on-the-first-book.txt',
        sample: {
          as: 'text',
          text: 'The Nine Hundredth Slice, paperback:\nauthor 11 mm, capitals, Garamond\ntitle 24 mm, the same\n',
        },
      },
    ],
  },
  {
    with: 'Here is a thought for the back',
    files: ['butter', 'mustard'].map((name) => ({
      name: `tablecloth-${name}.jpg`,
      sample: {
        ...{ as: 'front' as const, width: 900 },
        cover: {
          ...{ seed: `talk/${name}`, title: LONG_TALK_ABOUT, author: 'Lettice Oyinlola-Marsh' },
          ...{ genre: 'biography_memoir', style: 'illustrated', shape: 'portrait' },
        },
      },
    })),
  },
];
