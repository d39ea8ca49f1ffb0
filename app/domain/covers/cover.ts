import type { Picture } from '../images/picture.ts';
import type { PieceRole } from '../portfolios/rules.ts';
import type { Format, Genre, Style } from './rules.ts';

/** A cover as it stands on a public shelf. */
export type Cover = {
  id: string;
  title: string;
  author: string;
  genre: Genre;
  altText: string;
  shownAt: Date;
  designer: { slug: string; name: string };
  picture: Picture;
};

/** A cover with everything its own page says. */
export type CoverDetails = Cover & {
  designerId: string;
  format: Format;
  styles: Style[];
  publisher: string;
  year: number | null;
  role: PieceRole;
  creditLine: string;
  about: string;
};
