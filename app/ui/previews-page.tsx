/** What the pages of previews have in common: everything below their head. */
import type { Look } from '#app/domain/covers/look.ts';
import type { Cover } from '#app/domain/covers/cover.ts';
import type { Picture } from '#app/domain/images/picture.ts';
import { altOf, coverPicture } from './piece-picture.tsx';
import { Previews, Shelf, type Shelved } from './previews.tsx';
import { PrintedCover } from './previews-printed.tsx';
import { Notice } from './text.tsx';

type Previewed = {
  title: string;
  author: string;
  altText: string;
  picture: Picture;
  /** Where its files lie, when they are not public. */
  src?: { prefix: `/files/${string}` };
};
type PageProps = {
  cover: Previewed;
  look: Look;
  /** Are the views there to be shown? */
  made: boolean;
  pictures: boolean;
  /** Others of its genre, for the shelf. */
  others: readonly Cover[];
  /** The address of the page itself. */
  at: string;
};

/** How many others stand beside a cover, and how many of them to its left. */
export const SHELF = { others: 5, left: 1 } as const;

/** A cover as readers meet it, or why it cannot be shown yet. */
export function CoverPreviews({ cover, look, made, pictures, others, at }: PageProps) {
  const { picture } = cover;
  const alt = altOf(cover);
  const src = cover.src ?? ({ prefix: `/media/${picture.prefix}` } as const);
  return (
    <div className="stack">
      {made ? <Previews cover={{ ...cover, ...look, alt, src }} /> : <NotYet {...{ pictures, picture }} />}
      {others.length > 0 && (
        <section className="stack" aria-labelledby="shelf">
          <h2 id="shelf">On a shelf</h2>
          <p>
            Beside the newest of its genre: which one does your eye go to first, and does this one look as if
            it belonged?
          </p>
          <Shelf books={shelved(cover, look, others)} label="Covers of its genre" pictures={pictures} />
        </section>
      )}
      {look.printed && (
        <PrintedCover
          printed={look.printed}
          picture={made ? { href: `${src.prefix}/1280.webp`, alt } : null}
          at={at}
        />
      )}
    </div>
  );
}

function shelved(cover: Previewed, { printed, parts }: Look, others: readonly Cover[]): Shelved[] {
  const books = others.map(({ id, title, author, picture, altText }): Shelved => {
    return { title, author, href: `/covers/${id}`, image: coverPicture(picture, altText) };
  });
  const own: Shelved = {
    ...{ title: cover.title || 'Untitled cover', author: cover.author, own: true },
    image: { ...coverPicture(cover.picture, altOf(cover)), ...(cover.src && { src: cover.src }) },
    // Nobody stands a book on a shelf unfolded.
    front: printed && cover.picture.state === 'ready' ? parts.front : undefined,
  };
  return books.toSpliced(SHELF.left, 0, own);
}

function NotYet({ pictures, picture }: { pictures: boolean; picture: Picture }) {
  if (!pictures)
    return (
      <Notice title="Pictures are off.">
        This page is made of pictures: turn them on at the foot of it.
      </Notice>
    );
  if (picture.state === 'none')
    return <Notice title="There is no picture.">It is not drawn yet, or it could not be prepared.</Notice>;
  return <Notice title="The picture is being prepared.">Load this page again in a moment.</Notice>;
}
