import type { Format, Genre, Style } from '../covers/rules.ts';
import type { Picture } from '../images/picture.ts';
import type { Availability, PriceBand } from './rules.ts';

type Offer = {
  slug: string;
  name: string;
  headline: string;
  location: string;
  availability: Availability;
  priceBand: PriceBand | null;
};

/** A cover on a designer's card. */
export type CardCover = { title: string; picture: Picture };

/** A designer as they stand in the list, with the first few of their covers. */
export type ListedDesigner = Offer & { id: string; lastShownAt: Date; covers: CardCover[] };

/** A designer's whole profile. */
export type Designer = Offer & {
  id: string;
  /** Paragraphs, parted by empty lines. */
  bio: string;
  genres: Genre[];
  styles: Style[];
  formats: Format[];
  /** Covers shown in public. */
  pieceCount: number;
  version: number;
};
