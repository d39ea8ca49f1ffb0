/** Covers: what people come to look at. One height on a shelf, whatever their shape. */
import { Fragment, type ReactNode } from 'react';
import { Cloth, shapeOf } from './cloth.tsx';

export type CoverSize = 'shelf' | 'large' | 'thumb';
export type CoverPicture = {
  src: { prefix: `/media/${string}` | `/files/${string}` };
  /** Pixels of the original; they only fix the shape. */
  width: number;
  height: number;
  alt: string;
  /** False while there is nothing to show; `preview` when the 320 wide JPEG is all there is yet. */
  ready: boolean | 'preview';
};
type CoverImageProps = CoverPicture & {
  sizes: CoverSize;
  pictures: boolean;
  title: string;
  author?: string | undefined;
  /** For the first pictures of a page: fetched at once and first. */
  priority?: boolean | undefined;
};

const FULL = [320, 640, 1280];
const LARGE_SIZES = '(min-width: 60rem) 40rem, 92vw';

/** Lists take a single width each, to keep the page small; only the large picture offers a choice. */
function sources(prefix: string, size: CoverSize, wide: boolean, type: string): string {
  if (size === 'large') return FULL.map((width) => `${prefix}/${width}.${type} ${width}w`).join(',');
  if (size === 'thumb') return `${prefix}/${wide ? 320 : 160}.${type}`;
  return `${prefix}/${wide ? 640 : 320}.${type}`;
}

/** The one width for browsers that know neither AVIF nor WebP. */
const fallback = (size: CoverSize, wide: boolean) =>
  size === 'thumb' ? 160 : size === 'large' || wide ? 640 : 320;

/** A cover as a picture, or as a cloth binding when pictures are off or it is still being prepared. */
export function CoverImage(props: CoverImageProps) {
  const { src, width, height, alt, sizes, ready, pictures, title, author, priority } = props;
  const shape = shapeOf(width, height);
  if (!pictures || !ready) {
    const note = pictures ? 'No picture yet' : 'Pictures are off';
    return (
      <Cloth
        title={title}
        author={author}
        shape={shape}
        size={sizes}
        note={sizes === 'thumb' ? undefined : note}
      />
    );
  }
  const wide = shape === 'wide';
  const hint = sizes === 'large' ? LARGE_SIZES : undefined;
  const order = priority ? { fetchpriority: 'high' } : { loading: 'lazy' as const };
  return (
    <picture>
      {(ready === 'preview' ? [] : ['avif', 'webp']).map((type) => (
        <source
          key={type}
          type={`image/${type}`}
          srcSet={sources(src.prefix, sizes, wide, type)}
          sizes={hint}
        />
      ))}
      <img
        className={`cover${sizes === 'shelf' ? '' : ` ${sizes}`}${wide ? ' wide' : ''}`}
        src={`${src.prefix}/${ready === 'preview' ? 320 : fallback(sizes, wide)}.jpeg`}
        width={width}
        height={height}
        alt={alt}
        decoding="async"
        {...order}
      />
    </picture>
  );
}

type ShelfProps = {
  children: ReactNode;
  label?: string | undefined;
  /** One row that scrolls sideways by itself, for a sample on a page about something else. */
  row?: boolean | undefined;
};

/** Books on a shelf, wrapped in rows, each row on its board. Holds `CoverCard`s. */
export function CoverShelf({ children, label, row }: ShelfProps) {
  return (
    <div className={row ? 'shelf row-only' : 'shelf'} role={label && 'group'} aria-label={label}>
      <ul>{children}</ul>
    </div>
  );
}

type CoverCardProps = {
  href: string;
  image: CoverPicture;
  title: string;
  author: string;
  /** Who made the cover. */
  by?: { name: string; href?: string | undefined } | undefined;
  genre?: string | undefined;
  pictures: boolean;
  priority?: boolean | undefined;
};

/** One book on the shelf with its caption. Without a picture the binding itself carries title and author. */
export function CoverCard({ href, image, title, author, by, genre, pictures, priority }: CoverCardProps) {
  const shown = pictures && image.ready;
  return (
    <li className="cover-card">
      <a href={href}>
        <span className="stand">
          <CoverImage {...image} sizes="shelf" {...{ title, author, pictures, priority }} />
        </span>
        {shown && (
          <Fragment>
            {' '}
            <cite>{title}</cite>
          </Fragment>
        )}
      </a>{' '}
      {shown && <p>{author}</p>}
      {by && <p>Cover: {by.href ? <a href={by.href}>{by.name}</a> : by.name}</p>}
      {genre && <p>{genre}</p>}
    </li>
  );
}
