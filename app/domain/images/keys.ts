import { derivativeKey, viewKey } from '../../storage/keys.ts';
import { PICTURE_FORMATS, VIEW_NAMES, VIEW_SUBJECTS, viewFile, WIDTHS, type ImageReach } from './rules.ts';

type Placed = { reach: ImageReach; prefix: string; originalKey: string | null };

/** Every key a picture's files are stored under. */
export function pictureKeys({ reach, prefix, originalKey }: Placed): string[] {
  const sizes = WIDTHS.flatMap((width) =>
    PICTURE_FORMATS.map((format) => derivativeKey(reach, prefix, width, format)),
  );
  const views = VIEW_SUBJECTS.flatMap((subject) =>
    VIEW_NAMES.map((name) => viewKey(reach, prefix, viewFile(subject, name))),
  );
  return [...(originalKey ? [originalKey] : []), ...sizes, ...views];
}
