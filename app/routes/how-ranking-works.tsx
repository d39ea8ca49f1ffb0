import type { MetaFunction } from '@remix-run/node';
import { rankingSheet } from '../domain/recommendations/words.ts';
import { PageHead } from '../ui/layout.tsx';
import { Definition } from '../ui/text.tsx';

export const handle = { shared: true };

export const meta: MetaFunction = () => [
  { title: 'Who stands where, and why · Dustjacket' },
  {
    name: 'description',
    content: 'How lists, searches and recommendations are put in order here. Places cannot be bought.',
  },
];

export default function HowRankingWorks() {
  const { lists, factors, choosing, never } = rankingSheet();
  return (
    <div className="narrow stack">
      <PageHead
        title="Who stands where, and why"
        lede="Nobody can pay to be seen here, and nobody is moved up or down by hand. This is all there is to it."
      />
      <h2>Lists and searches</h2>
      <Definition items={lists.map(({ label, words }) => ({ term: label, value: words }))} />
      <h2>Recommendations</h2>
      <p className="prose">
        A designer is shown briefs that suit the profile; a publisher is shown designers who suit a brief.
        Both are worked out in the same way, from a hundred points:
      </p>
      <Definition
        items={factors.map(({ label, points, words }) => ({
          term: `${label}, ${points} points`,
          value: words,
        }))}
      />
      <ul className="prose stack tight">
        {choosing.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h2>What never counts</h2>
      <p className="prose">{never}</p>
    </div>
  );
}
