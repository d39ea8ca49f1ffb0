import { derivativeKey, viewKey } from '../../storage/keys.ts';
import { NotFound } from '../errors.ts';
import {
  PICTURE_FORMATS,
  VIEW_NAMES,
  VIEW_SUBJECTS,
  viewFile,
  WIDTHS,
  type ImageReach,
  type ImageState,
} from './rules.ts';

type Placed = { reach: ImageReach; prefix: string; originalKey: string | null };

/** The keys that a picture which is ready has files under: the original, and every size. */
export function readyKeys({ reach, prefix, originalKey }: Placed): string[] {
  const sizes = WIDTHS.flatMap((width) =>
    PICTURE_FORMATS.map((format) => derivativeKey(reach, prefix, width, format)),
  );
  return originalKey ? [originalKey, ...sizes] : sizes;
}

/** Every key a picture's files may be stored under, the views that somebody asked for too. */
export function pictureKeys(picture: Placed): string[] {
  const { reach, prefix } = picture;
  const views = VIEW_SUBJECTS.flatMap((subject) =>
    VIEW_NAMES.map((name) => viewKey(reach, prefix, viewFile(subject, name))),
  );
  return [...readyKeys(picture), ...views];
}

/**
 * The keys to try for one size of a private picture, best first: `640` in the newest format that `accept` names, then JPEG;
 * `640.webp` in that; then the preview that was made while it was received. Throws NotFound for a size there is none of.
 */
export function sizeKeys(
  { prefix, state }: { prefix: string; state: ImageState },
  size = '',
  accept: string,
) {
  const [said, format] = size.split('.');
  const width = WIDTHS.find((one) => String(one) === said);
  const formats = PICTURE_FORMATS.filter((one) =>
    format === undefined ? one === 'jpeg' || accept.includes(`image/${one}`) : one === format,
  );
  if (!width || formats.length === 0) throw new NotFound('There is no such size of this picture.');
  const made = formats.map((one) => ({ key: derivativeKey('private', prefix, width, one), preview: false }));
  const preview = { key: derivativeKey('private', prefix, 320, 'jpeg'), preview: true };
  return state === 'ready' ? [...made, preview] : [preview];
}

/** The key of a view of a private picture, by the name of its file; null for what is no view. */
export function privateViewKey(prefix: string, file = ''): string | null {
  const known = VIEW_SUBJECTS.some((subject) => VIEW_NAMES.some((name) => viewFile(subject, name) === file));
  return known ? viewKey('private', prefix, file) : null;
}
