/** What the page about ranking says: of recommendations what `rules.ts` does, of lists what their queries do. Pure. */
import { FACTORS, FEWEST_POINTS, LOOKED_AT } from './rules.ts';

const number = (value: number) => value.toLocaleString('en-GB');

export const rankingSheet = () => ({
  lists: [
    {
      label: 'Designers',
      words:
        'Whoever showed a new cover last stands first, in the whole list and in every search. Each filter only takes away.',
    },
    {
      label: 'Covers',
      words: 'The newest first, in the whole gallery and in every search.',
    },
    {
      label: 'Briefs',
      words:
        'The newest first, or by deadline or budget, as you choose. A search for words starts with the best matches: words of the title count more than words of the blurb.',
    },
  ],
  factors: Object.values(FACTORS).map(({ label, points, words }) => ({ label, points, words })),
  choosing: [
    `For a designer, the ${number(LOOKED_AT.briefs)} newest open briefs are looked at, divided among the genres of the profile. Briefs the designer has answered or declined are left out.`,
    `For a brief, the ${number(LOOKED_AT.designers)} designers who showed a cover last are looked at, and of those the first ${number(LOOKED_AT.fitting)} who name its genre, or none, and have time. Those who were invited or have answered are left out.`,
    'Two people one of whom has blocked the other are not shown to each other.',
    `With fewer than ${FEWEST_POINTS} points nothing is recommended.`,
    'Most points stand first. Those with equal points stand in an order that is drawn anew each day and for each reader, so that nobody is always first.',
    'Somebody new starts even: a first cover is a new cover, and nothing is added up over the years.',
  ],
  never:
    'Payments, ratings, how many projects or covers somebody has, how fast they answer, how often they are saved or looked at, where they live, and anything staff might prefer.',
});
