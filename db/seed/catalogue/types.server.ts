/**
 * The shape of the sample catalogue. It is data for development and demonstrations: everybody and every
 * book in it is invented. Dates are offsets in days from the day the seed runs, so the catalogue never ages.
 */
import type {
  AI_POLICIES,
  Approach,
  Audience,
  BriefState,
  Currency,
  Direction,
  Paper,
  Printer,
  RIGHTS_TERMS,
  RIGHTS_TERRITORIES,
  RightsMedium,
  STOCK_POLICIES,
  Visibility,
} from '#app/domain/briefs/rules.ts';
import type { Format, Genre, Style } from '#app/domain/covers/rules.ts';
import type { Availability, PriceBand } from '#app/domain/designers/rules.ts';
import type { PieceRole } from '#app/domain/portfolios/rules.ts';

/** Someone who briefs designers: an editor, an art director, an author who publishes herself. */
export type SeedPublisher = {
  subject: string;
  name: string;
  email: string;
  imprint: string;
  location: string;
  /** IANA time zone. */
  timeZone: string;
};

export type SeedDesigner = {
  subject: string;
  name: string;
  email: string;
  headline: string;
  /** One to three paragraphs, parted by an empty line. */
  bio: string;
  location: string;
  timeZone: string;
  genres: Genre[];
  styles: Style[];
  formats: Format[];
  availability: Availability;
  priceBand: PriceBand;
  joinedDaysAgo: number;
};

export type SeedStaff = { subject: string; name: string; email: string; timeZone: string };

export type SeedPiece = {
  /** Subject of the designer who shows it. */
  designer: string;
  title: string;
  subtitle?: string;
  author: string;
  publisher: string;
  genre: Genre;
  format: Format;
  styles: Style[];
  year: number;
  role: PieceRole;
  creditLine: string;
  altText: string;
  about: string;
  addedDaysAgo: number;
};

export type SeedComparable = { title: string; author: string; likes: string };

/**
 * One thing to deliver. In a published brief the bound kinds always carry printer, trim, paper and pages,
 * and for `ingramspark` and `other` the spine from the printer's template.
 */
export type SeedBriefFormat = {
  kind: Format;
  printer?: Printer;
  trim?: string;
  paper?: Paper;
  pages?: number;
  pagesFinal?: boolean;
  /** What the brief said when it was published, and what designers began with. */
  pagesBefore?: number;
  spineMm?: number;
  notes?: string;
};

/** Money in whole units of the currency. */
export type SeedBudget =
  | { kind: 'fixed'; max: number; currency: Currency }
  | { kind: 'range'; min: number; max: number; currency: Currency }
  | { kind: 'open'; currency: Currency };

export type SeedRights = {
  media: RightsMedium[];
  territory: keyof typeof RIGHTS_TERRITORIES;
  term: keyof typeof RIGHTS_TERMS;
  exclusive: boolean;
};

/** Only drafts lack genre, formats or the deadlines; the rest people leave out as they do in life. */
export type SeedBrief = {
  key: string;
  /** Subject of the person who posted it. */
  publisher: string;
  state: BriefState;
  visibility: Visibility;
  title: string;
  subtitle?: string;
  /** Exactly as printed. */
  author?: string;
  series?: { name: string; number: number };
  imprint?: string;
  /** ISBN-13 with hyphens. */
  isbn?: string;
  /** Days from today; negative is past. */
  publicationDate?: number;
  /** BCP 47. */
  language: string;
  /** Where it is not the usual one of the language. */
  direction?: Direction;
  genre?: Genre;
  audience?: Audience;
  comparables: SeedComparable[];
  avoidCovers?: string;
  blurb?: string;
  synopsis?: string;
  toneWords: string[];
  mustHave?: string;
  mustAvoid?: string;
  palette?: string;
  approach?: Approach;
  formats: SeedBriefFormat[];
  budget?: SeedBudget;
  roundOneInDays?: number;
  finalInDays?: number;
  concepts?: number;
  revisionRounds?: number;
  rights?: SeedRights;
  creditLine?: string;
  aiPolicy?: keyof typeof AI_POLICIES;
  stockPolicy?: keyof typeof STOCK_POLICIES;
  postedDaysAgo: number;
  /** Subjects of the designers asked to look at it. */
  invites?: string[];
};
