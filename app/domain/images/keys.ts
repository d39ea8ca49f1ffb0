import { derivativeKey } from '../../storage/keys.ts';
import { PICTURE_FORMATS, WIDTHS, type ImageReach } from './rules.ts';

type Placed = { reach: ImageReach; prefix: string; originalKey: string | null };

/** Every key a picture's files are stored under. */
export function pictureKeys({ reach, prefix, originalKey }: Placed): string[] {
  const sizes = WIDTHS.flatMap((width) =>
    PICTURE_FORMATS.map((format) => derivativeKey(reach, prefix, width, format)),
  );
  return originalKey ? [originalKey, ...sizes] : sizes;
}
