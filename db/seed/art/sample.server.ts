/** What a file of the sample catalogue is drawn from: small enough to lie in a job. */
import type { CoverDraft } from './cover.server.ts';
import type { SheetDraft } from './sheet.server.ts';

export type Sample =
  /** A front, `width` pixels wide, as a JPEG. */
  | { as: 'front'; cover: CoverDraft; width: number }
  /** A whole cover, as a PDF for a printer. */
  | ({ as: 'sheet' } & SheetDraft)
  | { as: 'text'; text: string };
