/** A designer as publishers read of them: in the list, and on the page of their own. */
import { FORMATS, GENRES, STYLES } from '#app/domain/covers/rules.ts';
import type { Designer, ListedDesigner } from '#app/domain/designers/designer.ts';
import { AVAILABILITY, PRICE_BANDS } from '#app/domain/designers/rules.ts';
import type { DesignerSummary } from './designers.tsx';
import { coverPicture } from './piece-picture.tsx';
import { StatusTag } from './status.tsx';
import { Definition } from './text.tsx';

/** A found designer as the card shows them. */
export const summaryOf = (designer: ListedDesigner): DesignerSummary => ({
  href: `/designers/${designer.slug}`,
  name: designer.name,
  headline: designer.headline,
  location: designer.location,
  availability: { state: designer.availability, label: AVAILABILITY[designer.availability] },
  priceBand: designer.priceBand ? `${PRICE_BANDS[designer.priceBand]} a cover` : undefined,
  covers: designer.covers.map((cover) => ({
    title: cover.title,
    image: coverPicture(cover.picture, `Cover of ${cover.title}`),
  })),
});

type Key = 'genre' | 'style' | 'format';

/** What they do, for how much, and when: each word leads to others who do the same. */
export function DesignerFacts({ designer, covers }: { designer: Designer; covers: string }) {
  const { availability, priceBand, location, genres, styles, formats } = designer;
  return (
    <Definition
      items={[
        { term: 'Time', value: <StatusTag state={availability} label={AVAILABILITY[availability]} /> },
        { term: 'A front cover', value: priceBand && <span className="num">{PRICE_BANDS[priceBand]}</span> },
        { term: 'Where', value: location },
        { term: 'Genres', value: genres.length > 0 && <Words name="genre" keys={genres} list={GENRES} /> },
        { term: 'Styles', value: styles.length > 0 && <Words name="style" keys={styles} list={STYLES} /> },
        {
          term: 'Formats',
          value: formats.length > 0 && <Words name="format" keys={formats} list={FORMATS} />,
        },
        { term: 'Covers shown', value: <span className="num">{covers}</span> },
      ]}
    />
  );
}

type WordsProps = { name: Key; keys: readonly string[]; list: Readonly<Record<string, string>> };

/** One word to a line: each is a target for a thumb. */
const Words = ({ name, keys, list }: WordsProps) => (
  <ul>
    {keys.map((key) => (
      <li key={key}>
        <a href={`/designers?${name}=${key}`}>{list[key] ?? key}</a>
      </li>
    ))}
  </ul>
);
