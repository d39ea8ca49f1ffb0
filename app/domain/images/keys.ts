import { derivativeKey, viewKey } from '../../storage/keys.ts';
import { PICTURE_FORMATS, VIEW_NAMES, VIEW_SUBJECTS, viewFile, WIDTHS, type ImageReach } from './rules.ts';

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
