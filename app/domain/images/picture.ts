/**
 * What there is to show of a picture: every size, the one preview that was made while it was received, or
 * nothing (a sample cover that is not drawn yet, or a picture the worker could not read).
 */
export type PictureState = 'ready' | 'preview' | 'none';

/** A picture as pages get it. Width and height are the original's, in pixels, upright. */
export type Picture = { prefix: string; width: number; height: number; state: PictureState };
