import { storedFacts } from '../covers/measured.ts';
import { hints, type Finding } from '../covers/preflight.ts';
import type { OwnPiece } from './piece.ts';

/**
 * What a shop or a printer would say of a piece's file. It is shown in the portfolio whatever they say. Nothing until its format is
 * known, or of a picture that was never measured.
 */
export function pieceHints({ format, pictureFacts }: Pick<OwnPiece, 'format' | 'pictureFacts'>): Finding[] {
  const stored = storedFacts(pictureFacts);
  return format && stored ? hints(stored.file, stored.patches, format) : [];
}
