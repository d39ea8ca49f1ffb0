/** A book without its picture: title and author stamped on a plain cloth binding. */

export type CoverShape = 'portrait' | 'square' | 'wide';

/** The nearest of three shapes, for places that may not set a size of their own. */
export function shapeOf(width: number, height: number): CoverShape {
  const ratio = height > 0 ? width / height : 2 / 3;
  if (ratio < 0.85) return 'portrait';
  return ratio < 1.2 ? 'square' : 'wide';
}

type ClothProps = {
  title: string;
  author?: string | undefined;
  shape: CoverShape;
  size: string;
  note?: string | undefined;
};

/** The stand-in for a cover: a typographic binding with a note that says why there is no picture. */
export function Cloth({ title, author, shape, size, note }: ClothProps) {
  return (
    // `shelf` is what it stands on, and has a height of its own to give.
    <span className={`cloth ${shape} on-${size}`}>
      <cite>{title}</cite> {author && <span>{author}</span>} {note && <small>{note}</small>}
    </span>
  );
}
