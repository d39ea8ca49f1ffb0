/** A picture somebody uploaded: its states, who may reach it, and where its sizes are. Pure. */

export const IMAGE_STATES = ['preparing', 'ready', 'failed'] as const;
export type ImageState = (typeof IMAGE_STATES)[number];

/** `public` pictures are served under /media to anyone; `private` ones only by a page that checks the viewer. */
export const IMAGE_REACH = ['public', 'private'] as const;
export type ImageReach = (typeof IMAGE_REACH)[number];

export const WIDTHS = [160, 320, 640, 1280] as const;
export const PICTURE_FORMATS = ['avif', 'webp', 'jpeg'] as const;

/** What an upload form says of what it takes. */
export const UPLOAD_HINT = 'JPEG, PNG, WebP, AVIF or TIFF; up to 60 MB and 75 megapixels.';
