/** Covers of the public gallery, from the rows the domain finds to the shelf they stand on. */
import type { Cover, CoverDetails } from '#app/domain/covers/cover.ts';
import { FORMATS, GENRES, STYLES } from '#app/domain/covers/rules.ts';
import { PIECE_ROLES } from '#app/domain/portfolios/rules.ts';
import { CoverCard, CoverImage, CoverShelf } from './covers.tsx';
import { altOf, coverPicture } from './piece-picture.tsx';
import { Definition } from './text.tsx';

type GalleryProps = {
  covers: readonly Cover[];
  pictures: boolean;
  label: string;
  /** Leaves the designer out, where all covers are one designer's. */
  own?: boolean | undefined;
  /** One row that scrolls inside itself, as on the front page. */
  row?: boolean | undefined;
  /** How many are fetched first: as many as are in view when the page opens. */
  first?: number | undefined;
};

/** A shelf of covers, each the way to its page. */
export function CoverGallery({ covers, pictures, label, own, row, first = 4 }: GalleryProps) {
  return (
    <CoverShelf label={label} row={row}>
      {covers.map((cover, at) => (
        <CoverCard
          key={cover.id}
          href={`/covers/${cover.id}`}
          image={coverPicture(cover.picture, cover.altText)}
          title={cover.title}
          author={cover.author}
          by={own ? undefined : { name: cover.designer.name, href: `/designers/${cover.designer.slug}` }}
          genre={GENRES[cover.genre]}
          pictures={pictures}
          priority={at < first}
        />
      ))}
    </CoverShelf>
  );
}

/** One cover, large. */
export const LargeCover = ({ cover, pictures }: { cover: CoverDetails; pictures: boolean }) => (
  <CoverImage
    {...coverPicture(cover.picture, altOf(cover))}
    sizes="large"
    title={cover.title}
    author={cover.author}
    pictures={pictures}
    priority
  />
);

/** Everything known of a cover; each word of the trade leads to others of its kind. */
export function CoverFacts({ cover }: { cover: CoverDetails }) {
  const { designer, genre, format, styles, role, publisher, year, creditLine } = cover;
  return (
    <Definition
      items={[
        { term: PIECE_ROLES[role], value: <a href={`/designers/${designer.slug}`}>{designer.name}</a> },
        { term: 'Author', value: cover.author },
        { term: 'Publisher', value: publisher },
        { term: 'Year', value: year },
        { term: 'Genre', value: <a href={`/covers?genre=${genre}`}>{GENRES[genre]}</a> },
        { term: 'Format', value: <a href={`/covers?format=${format}`}>{FORMATS[format]}</a> },
        { term: 'Made', value: styles.map((style) => STYLES[style]).join(', ') },
        { term: 'Credit', value: creditLine },
      ]}
    />
  );
}
