/** What a file's first bytes say it is. Pure: no name and no claimed type is asked. */

/** The formats that are accepted, in the words of the API. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff';

export type AcceptedKind = { format: ImageFormat; label: string; sequence?: boolean };

/** Pages, not a picture: taken where files are printed, and nowhere else. */
export type PdfKind = { format: 'pdf'; label: string };

export type Kind =
  | AcceptedKind
  | PdfKind
  /** Known, and not accepted; `label` reads after "This is". */
  | { format: null; label: string }
  /** Not an image of any kind we know. */
  | null;

/** As many first bytes as `kindOf` wants to see; fewer are fine when the file is shorter. */
export const HEAD_BYTES = 512;

export const ACCEPTED = 'JPEG, PNG, WebP, AVIF or TIFF';
/** For the `accept` attribute of a file input. TIFF is for print files; browsers cannot show it, we can. */
export const ACCEPT_TYPES = 'image/jpeg,image/png,image/webp,image/avif,image/tiff';

type Rule = [starts: string, kind: NonNullable<Kind>];

const ACCEPTED_STARTS: Rule[] = [
  ['\xff\xd8\xff', { format: 'jpeg', label: 'JPEG' }],
  ['\x89PNG\r\n\x1a\n', { format: 'png', label: 'PNG' }],
  ['II*\0', { format: 'tiff', label: 'TIFF' }],
  ['MM\0*', { format: 'tiff', label: 'TIFF' }],
  ['%PDF-', { format: 'pdf', label: 'PDF' }],
];

const REFUSED_STARTS: Rule[] = [
  ['GIF8', { format: null, label: 'a GIF' }],
  ['%!PS', { format: null, label: 'a PostScript or Illustrator file' }],
  ['8BPS', { format: null, label: 'a Photoshop file' }],
  ['BM', { format: null, label: 'a BMP' }],
  ['\0\0\x01\0', { format: null, label: 'an icon file' }],
  ['\xff\x0a', { format: null, label: 'a JPEG XL picture' }],
  ['\0\0\0\x0cJXL ', { format: null, label: 'a JPEG XL picture' }],
  ['\0\0\0\x0cjP  ', { format: null, label: 'a JPEG 2000 picture' }],
  ['PK\x03\x04', { format: null, label: 'a ZIP archive or a document' }],
  ['II+\0', { format: null, label: 'a BigTIFF' }],
  ['MM\0+', { format: null, label: 'a BigTIFF' }],
  ['gimp xcf', { format: null, label: 'a GIMP file' }],
];

/** Names the kind of file from its first `HEAD_BYTES` bytes. */
export function kindOf(head: Uint8Array): Kind {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, HEAD_BYTES)).toString(
    'latin1',
  );
  for (const [start, kind] of [...ACCEPTED_STARTS, ...REFUSED_STARTS]) {
    if (text.startsWith(start)) return kind;
  }
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return { format: 'webp', label: 'WebP' };
  if (text.startsWith('ftyp', 4)) return ofBrands(text);
  if (/<svg[\s>]/i.test(text) && /^\s*(?:\xef\xbb\xbf)?\s*</.test(text))
    return { format: null, label: 'an SVG drawing' };
  return null;
}

/** HEIC and AVIF share one container; the brands inside the first box tell them apart. */
function ofBrands(text: string): Kind {
  const length = Math.min(text.charCodeAt(2) * 256 + text.charCodeAt(3), text.length);
  const major = text.slice(8, 12);
  const brands = [major, ...(text.slice(16, length).match(/.{4}/gs) ?? [])];
  if (major === 'avis') return { format: 'avif', label: 'AVIF', sequence: true };
  if (brands.includes('avif')) return { format: 'avif', label: 'AVIF' };
  if (brands.some((brand) => /^(?:hei|hev|mif1|msf1)/.test(brand)))
    return { format: null, label: 'a HEIC photo' };
  return { format: null, label: 'a video' };
}
