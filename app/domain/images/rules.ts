/** A picture somebody uploaded: its states, who may reach it, and where its sizes are. Pure. */

export const IMAGE_STATES = ['preparing', 'ready', 'failed'] as const;
export type ImageState = (typeof IMAGE_STATES)[number];

/** `public` pictures are served under /media to anyone; `private` ones only by a page that checks the viewer. */
export const IMAGE_REACH = ['public', 'private'] as const;
export type ImageReach = (typeof IMAGE_REACH)[number];

export const WIDTHS = [160, 320, 640, 1280] as const;
export const PICTURE_FORMATS = ['avif', 'webp', 'jpeg'] as const;

/** How readers meet a cover, each made once of its picture, and the format of the file. */
export const VIEWS = { thumbnail: 'jpeg', grey: 'png', mockup: 'webp' } as const;
export type ViewName = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as [ViewName, ...ViewName[]];
/** What a picture is taken to show: a front, the whole wrap of a paperback, or the case of a hardcover. */
export const VIEW_SUBJECTS = ['front', 'wrap', 'case'] as const;
export type ViewSubject = (typeof VIEW_SUBJECTS)[number];
/** The file of a view, beside the picture's sizes. */
export const viewFile = (subject: ViewSubject, name: ViewName): string => `${subject}-${name}.${VIEWS[name]}`;

/** What an upload form says of what it takes. */
export const UPLOAD_HINT = 'JPEG, PNG, WebP, AVIF or TIFF; up to 60 MB and 75 megapixels.';
