/** A file somebody sent to somebody else. Pure. */

/** It waits to be measured, has been, or cannot be. A file that nothing is measured of is `ready` at once. */
export const FILE_STATES = ['waiting', 'ready', 'refused'] as const;
export type FileState = (typeof FILE_STATES)[number];
