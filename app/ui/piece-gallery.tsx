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
};

/** How many pictures of a page are in view at once, and so fetched first. */
const FIRST = 4;

/** A shelf of covers, each the way to its page. */
export function CoverGallery({ covers, pictures, label, own }: GalleryProps) {
  return (
    <CoverShelf label={label}>
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
          priority={at < FIRST}
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

/** A few more covers, small. */
export function MoreCovers({ covers, pictures }: { covers: readonly Cover[]; pictures: boolean }) {
  return (
    <ul className="thumbs">
      {covers.map((cover) => (
        <li key={cover.id}>
          <a href={`/covers/${cover.id}`}>
            <CoverImage
              {...coverPicture(cover.picture, altOf(cover))}
              sizes="thumb"
              {...{ title: cover.title, author: cover.author, pictures }}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
