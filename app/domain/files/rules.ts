/** A file somebody sent to somebody else. Pure. */

export { FILE_ENDINGS } from './kinds.ts';

/** It waits to be measured, has been, or cannot be. A file that nothing is measured of is `ready` at once. */
export const FILE_STATES = ['waiting', 'ready', 'refused'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** The most files of one form. */
export const MOST_FILES = 12;
/** What all files of one form may have together, in megabytes: as much as the largest print file. */
export const MOST_MEGABYTES = 650;

const TAKEN =
  'pictures (JPEG, PNG, WebP, AVIF, TIFF), PDF, Photoshop, Illustrator, InDesign, Affinity, fonts, plain text, or a ZIP of anything else';
/** For beside a file field. */
export const FILE_HINT = `P${TAKEN.slice(1)}; up to ${MOST_FILES} files, ${MOST_MEGABYTES} MB together.`;
export const NOT_TAKEN = `This is a kind of file that cannot be sent here. Taken are ${TAKEN}.`;

/** Where a file is handed out to whoever may have it; what it looks like lies below it, by size: `/files/…/640.webp`. */
export const fileHref = (id: string) => `/files/${id}` as const;
