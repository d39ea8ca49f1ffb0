/** What designers and publishers write to each other about the sample briefs. `%` stands for the title of the book. */

/** First offers. */
export const OFFERS: readonly string[] = [
  `I would keep this one quiet. % says most of what it has to say in its title, and the cover should let it: large type, one colour that is not quite right, and a great deal of room.

You get three directions that are really different from each other, not one direction three times. I say which I would choose, and why.`,
  `The brief is clear, thank you for that. I know the shelf this book will stand on, and most of it is blue. My first thought is therefore not blue.

I draw by hand and scan, so the textures are mine and there is nothing to license.`,
  `I have made covers for this kind of book for nine years and read the whole manuscript when there is one. If you can send it for %, the concepts will be better.

The wrap is built on the printer’s own template. I check the spine against the final page count before I send anything.`,
  `What interests me is what the brief asks to avoid: it leaves exactly the part that is hard. I would begin with lettering, drawn for this title alone, and see how little else it needs.`,
  `I can start on Monday and hold these days. Two of the concepts will be close to what you describe. The third is what I would do if nobody had told me anything, and every now and then that is the one.`,
  `A photograph would be the easy answer for %, and a wrong one. I propose paper: cut, folded and lit from one side, photographed here in the studio. It reads at thumbnail size, and it ages well.`,
  `My price is for everything in your list of formats, with the ebook front and the audiobook square drawn anew rather than cropped. The files come with their fonts listed and a short note for the printer.`,
  `I would like to talk about the back cover first. You have a long blurb and a barcode, and the picture has to live with both; the front follows from that more often than the other way round.`,
];

/** What publishers write when they offer other terms. */
export const COUNTERS: readonly string[] = [
  'We like this very much. The budget for this title is fixed, though; would you do it for this, with two concepts instead of three?',
  'Could you live with a third round of changes? Our author has opinions. We can give you another week for the front cover in return.',
  'We need the rights for the audiobook as well, and have added something to the price for that.',
];

/** What designers answer to that. */
export const ANSWERS: readonly string[] = [
  'That works for me with one round fewer. Everything else is as you wrote it.',
  'Agreed on the rights. I have moved the first day by a week, because I am at a fair until then.',
];

/** Why a proposal was declined, in kind words. */
export const REASONS: readonly string[] = [
  'A lovely portfolio, and a little too dark for this list. Please answer us again when we publish crime.',
  'It was between you and one other. They have drawn boats all their life, and this book is full of boats.',
  '',
  'Your days did not fit the printer’s, and we could not move those.',
];
