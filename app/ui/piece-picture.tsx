/** From a picture as the domain tells of it to the one `CoverImage` shows. */
import type { Picture } from '#app/domain/images/picture.ts';
import type { OwnPiece } from '#app/domain/portfolios/piece.ts';
import { Cloth, shapeOf } from './cloth.tsx';
import { CoverImage, type CoverPicture, type CoverSize } from './covers.tsx';

/** A picture with the words that stand for it. */
export const coverPicture = (picture: Picture, alt: string): CoverPicture => ({
  src: { prefix: `/media/${picture.prefix}` },
  width: picture.width,
  height: picture.height,
  alt,
  ready: picture.state === 'preview' ? 'preview' : picture.state === 'ready',
});

type Described = { title: string; author?: string | undefined; altText: string };

/** What to say of a cover where nothing else names it: its alternative text, or whose cover it is. */
export function altOf({ title, author, altText }: Described): string {
  if (altText) return altText;
  if (!title) return 'A cover without a title yet';
  return author ? `Cover of ${title} by ${author}` : `Cover of ${title}`;
}

/** The largest JPEG there is of a picture, for programs that take one address; null without any. */
export function largestFile({ prefix, state }: Picture): string | null {
  if (state === 'none') return null;
  return `/media/${prefix}/${state === 'ready' ? 1280 : 320}.jpeg`;
}

type OwnCoverProps = { piece: OwnPiece; sizes: CoverSize; pictures: boolean };

/** A piece's picture for its owner, who is told when nothing will come of it. */
export function OwnCover({ piece, sizes, pictures }: OwnCoverProps) {
  const { picture, author, pictureFailed } = piece;
  const title = piece.title || 'Untitled cover';
  if (!pictureFailed)
    return <CoverImage {...coverPicture(picture, altOf(piece))} {...{ title, author, sizes, pictures }} />;
  const shape = shapeOf(picture.width, picture.height);
  return <Cloth {...{ title, author, shape }} size={sizes} note="No picture" />;
}
