/** A cover as its readers will meet it: in a shop, on an e-reader, on a table, on a shelf. Plain data, for any cover. */
import type { ReactNode } from 'react';
import type { Box } from '#app/domain/covers/geometry.ts';
import { viewFile, type ViewName, type ViewSubject } from '#app/domain/images/rules.ts';
import { Cloth } from './cloth.tsx';
import { CoverImage, CoverShelf, type CoverPicture } from './covers.tsx';

export type Previewed = {
  title: string;
  author: string;
  /** What to say of the cover where nothing else names it. */
  alt: string;
  /** Where its files lie, and what the picture shows. */
  src: { prefix: `/media/${string}` | `/files/${string}` };
  subject: ViewSubject;
  /** Height over width of its front. */
  ratio: number;
  /** Under the title in a shop: "Paperback £9.99". */
  offer: string;
  /** Is there a book of it? Of a recording there is none. */
  book: boolean;
};

/** The three views of one cover, each with what to look for. */
export function Previews({ cover }: { cover: Previewed }) {
  const { alt, book } = cover;
  return (
    <div className="cards">
      <Look
        title="In a shop"
        look="A hundred pixels across: can you read the title, and whose book it is? Does the cover end where it should, on white and on black?"
      >
        <InShop cover={cover} />
        <InShop cover={cover} dark />
      </Look>
      {book && (
        <Look
          title="On an e-reader"
          look="Sixteen greys: does the title still stand out from what lies behind it? Colours that differ only in hue become one, and soft shades may break into steps."
        >
          <View
            cover={cover}
            name="grey"
            size={[300, Math.round(300 * cover.ratio)]}
            alt={`In grey: ${alt}`}
          />
        </Look>
      )}
      {book && (
        <Look
          title="On a table"
          look="Turned away a little: what do you see first? Spine and pages are a sketch, not a proof."
        >
          <View
            cover={cover}
            name="mockup"
            size={[520, 720]}
            alt={`As a book that stands at an angle: ${alt}`}
          />
        </Look>
      )}
    </div>
  );
}

type LookProps = { title: string; look: string; children: ReactNode };

/** One way to look at a cover, and what to look for. */
const Look = ({ title, look, children }: LookProps) => (
  <section className="card look">
    <h2>{title}</h2>
    <p className="meta">{look}</p>
    {children}
  </section>
);

type ViewProps = { cover: Previewed; name: ViewName; size: readonly [number, number]; alt: string };

const View = ({ cover: { src, subject }, name, size: [width, height], alt }: ViewProps) => (
  <img className={name} src={`${src.prefix}/${viewFile(subject, name)}`} {...{ width, height, alt }} />
);

/** A line of a shop's search, in nobody's colours. */
function InShop({ cover, dark }: { cover: Previewed; dark?: boolean }) {
  const { title, author, offer, ratio, alt } = cover;
  return (
    <div className={dark ? 'in-shop dark' : 'in-shop'}>
      <View cover={cover} name="thumbnail" size={[100, Math.round(100 * ratio)]} alt={dark ? '' : alt} />
      <p>
        <b>{title}</b>
        <br />
        {author}
        <br />
        <span className="small">{offer}</span>
      </p>
    </div>
  );
}

export type Shelved = {
  title: string;
  author: string;
  href?: string | undefined;
  /** The one that is looked at. */
  own?: boolean | undefined;
  /** Without one its title stands on a plain binding. */
  image?: CoverPicture | undefined;
  /** What to show of the picture, in fractions of it; all of it when left out. */
  front?: Box | undefined;
};

/** Books side by side at one height, as a shop or a library stands them. */
export function Shelf({
  books,
  label,
  pictures,
}: {
  books: readonly Shelved[];
  label: string;
  pictures: boolean;
}) {
  return (
    <CoverShelf label={label} row>
      {books.map((book, at) => (
        // The order of a shelf never changes between renderings: there is only one.
        <li className="cover-card" key={at}>
          <Stands book={book} pictures={pictures} />
        </li>
      ))}
    </CoverShelf>
  );
}

function Stands({ book, pictures }: { book: Shelved; pictures: boolean }) {
  const { title, author, href, own, image, front } = book;
  const shown = pictures && image?.ready;
  const stand = (
    <>
      <span className="stand">
        {!image ? (
          <Cloth {...{ title, author }} shape="portrait" size="shelf" />
        ) : shown && front ? (
          <Front {...{ image, front }} />
        ) : (
          <CoverImage {...image} sizes="shelf" {...{ title, author, pictures }} />
        )}
      </span>{' '}
      {shown && <cite>{title}</cite>}
    </>
  );
  return (
    <>
      {href ? <a href={href}>{stand}</a> : stand}
      {shown && <p>{author}</p>}
      {own && <p className="strong">This cover</p>}
    </>
  );
}

/** A part of a picture, by itself. */
function Front({
  image: { src, width, height, alt },
  front: { x, y, w, h },
}: {
  image: CoverPicture;
  front: Box;
}) {
  return (
    <svg
      className="cover"
      viewBox={[x * width, y * height, w * width, h * height].join(' ')}
      role="img"
      aria-label={alt}
    >
      <image href={`${src.prefix}/640.webp`} {...{ width, height }} />
    </svg>
  );
}
