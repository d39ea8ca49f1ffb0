import type { Format, Genre, Style } from '../covers/rules.ts';
import type { Picture } from '../images/picture.ts';
import type { PieceRole } from './rules.ts';

/** A piece as its owner sees it: drafts too, and whether the worker could make anything of the picture. */
export type OwnPiece = {
  id: string;
  /** From 1. */
  position: number;
  title: string;
  author: string;
  publisher: string;
  genre: Genre | null;
  format: Format | null;
  styles: Style[];
  year: number | null;
  role: PieceRole;
  creditLine: string;
  altText: string;
  about: string;
  /** Of the words, not of the picture or the place. */
  version: number;
  /** Null while it is a draft. */
  shownAt: Date | null;
  picture: Picture;
  /** What its sender called the file. */
  pictureName: string;
  pictureFailed: boolean;
  /** What was measured of the file; `storedFacts` reads it. */
  pictureFacts: unknown;
};
