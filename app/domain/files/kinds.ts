/**
 * What people may send each other, told by a file's first bytes; its name and its claimed type say nothing. What a browser or a
 * computer would run (programs, scripts, web pages, SVG) is not among them. Pure.
 */

export type FileKind = {
  /** The media type it is handed out with. */
  type: string;
  /** The ending of its key. */
  ending: string;
  /** The endings its name may have; with any other it gets the first as well, since computers open files by their endings. */
  endings: readonly string[];
  /** For people: "PDF". */
  label: string;
  /** Something to look at, which the worker measures. */
  seen: boolean;
};

const seen = (type: string, label: string, ...endings: readonly [string, ...string[]]): FileKind => ({
  ...{ type, label, endings, ending: endings[0], seen: true },
});
const kept = (type: string, label: string, ...endings: readonly [string, ...string[]]): FileKind => ({
  ...{ type, label, endings, ending: endings[0], seen: false },
});

const PICTURES = {
  jpeg: seen('image/jpeg', 'JPEG', 'jpeg', 'jpg', 'jpe', 'jfif'),
  png: seen('image/png', 'PNG', 'png'),
  webp: seen('image/webp', 'WebP', 'webp'),
  avif: seen('image/avif', 'AVIF', 'avif'),
  tiff: seen('image/tiff', 'TIFF', 'tiff', 'tif'),
  // Illustrator writes PDF under its own ending.
  pdf: seen('application/pdf', 'PDF', 'pdf', 'ai'),
} as const;
export type SeenFormat = keyof typeof PICTURES;

const INDESIGN = '\x06\x06\xed\xf5\xd8\x1d\x46\xe5\xbd\x31\xef\xe7\xfe\x74\xb7\x1d';
/** Documents of many programs are ZIP archives. None of these endings lets one run. */
const ARCHIVES = ['zip', 'docx', 'xlsx', 'odt', 'ods', 'idml', 'kra', 'ora', 'procreate', 'sketch', 'epub'] as const; // prettier-ignore

const BY_START: readonly (readonly [start: string, kind: FileKind])[] = [
  ['8BPS', kept('image/vnd.adobe.photoshop', 'Photoshop', 'psd', 'psb')],
  ['%!PS', kept('application/postscript', 'EPS or Illustrator', 'eps', 'ai', 'ps')],
  [INDESIGN, kept('application/x-indesign', 'InDesign', 'indd', 'indt')],
  ['\0\xffKA', kept('application/x-affinity', 'Affinity', 'af', 'afphoto', 'afdesign', 'afpub')],
  ['gimp xcf', kept('image/x-xcf', 'GIMP', 'xcf')],
  ['CSFCHUNK', kept('application/x-clip', 'Clip Studio', 'clip')],
  ['PK\x03\x04', kept('application/zip', 'ZIP', 'zip', ...ARCHIVES)],
  ['OTTO', kept('font/otf', 'OpenType font', 'otf')],
  ['true', kept('font/ttf', 'TrueType font', 'ttf')],
  ['ttcf', kept('font/collection', 'font collection', 'ttc', 'otc')],
  ['wOF2', kept('font/woff2', 'web font', 'woff2')],
  ['wOFF', kept('font/woff', 'web font', 'woff')],
];
const TRUETYPE = kept('font/ttf', 'TrueType font', 'ttf');
const TEXT = kept('text/plain', 'plain text', 'txt', 'md', 'csv');

/** Pictures and PDF, which imaging tells apart. */
export const seenKind = (format: SeenFormat): FileKind => PICTURES[format];

/** What else a file is by its first bytes; null for what is not taken. */
export function keptKind(head: Uint8Array): FileKind | null {
  const text = Buffer.from(head).toString('latin1');
  const found = BY_START.find(([start]) => text.startsWith(start));
  if (found) return found[1];
  // A table directory of a few tables: old databases begin with the same four bytes.
  if (text.startsWith('\0\x01\0\0') && text.charCodeAt(4) === 0) return TRUETYPE;
  return isText(head) && !RUNS.test(text) ? TEXT : null;
}

/** What a browser shows as a page, or a system runs. */
const RUNS = /^(\xef\xbb\xbf)?\s*(<|#!|@echo)/i;

/** In any encoding that has the ASCII letters: only what ends or indents a line is below them. */
const isText = (head: Uint8Array): boolean =>
  head.length > 0 && head.every((byte) => (byte >= 32 ? byte !== 127 : byte >= 9 && byte <= 13));

/** Every ending a file field offers, as its `accept` takes them. */
export const FILE_ENDINGS = [...Object.values(PICTURES), ...BY_START.map(([, kind]) => kind), TRUETYPE, TEXT]
  .flatMap(({ endings }) => endings)
  .map((ending) => `.${ending}`)
  .filter((ending, at, all) => all.indexOf(ending) === at)
  .join(',');

/** The name a file is kept and saved under: its owner's, with an ending that fits what it is. */
export function nameAs({ endings }: FileKind, name: string): string {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && endings.includes(ending) ? name : `${name}.${endings[0]}`;
}
