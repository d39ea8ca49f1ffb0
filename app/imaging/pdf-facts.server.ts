/** Reads what a PDF is from its first page: boxes, fonts, annotations, and every picture with the size it is placed at. */
import { closeSync, openSync, readSync } from 'node:fs';
import { profileSpace } from './icc.ts';
import type { ImageFacts } from './measure.server.ts';
import { onPage, placedSize, within, type Matrix, type PageBox, type RawBox } from './pdf-boxes.ts';
import { read, withRoom, type Pdfium } from './pdfium.server.ts';

export type PdfImage = {
  /** Pixels. */
  width: number;
  height: number;
  /** Inches, as placed. */
  size: { w: number; h: number };
  /** Pixels per inch where it is coarsest. */
  ppi: number;
  /** Null when PDFium cannot tell: palettes, spot colours, JPEG 2000. */
  space: ImageFacts['space'] | null;
  /** One bit for each pixel. */
  lineArt: boolean;
};

export type PdfContent = {
  pages: number;
  /** Of page 1, in inches, upright; the others from its top left, null where the file does not say. */
  media: { w: number; h: number };
  crop: PageBox | null;
  bleed: PageBox | null;
  trim: PageBox | null;
  /** These two are null when time or memory did not suffice to read the page itself. */
  fonts: { name: string; embedded: boolean }[] | null;
  annotations: number | null;
  /** The largest first. */
  images: PdfImage[];
  /** Whether time and memory sufficed to look at everything. */
  complete: boolean;
};

/** More than any cover has; the rest of a page that has more is not looked at. */
const MOST_OBJECTS = 100_000;
const MOST_IMAGES = 10_000;
const DEEPEST = 12;
const MOST_PROFILE_BYTES = 8_000_000;
/** PDFium's names: types of objects on a page, its families of colours, and its boxes. */
const [TEXT, IMAGE, FORM] = [1, 3, 5];
const ICC_BASED = 7;
const FAMILIES: Record<number, ImageFacts['space']> = { 1: 'grey', 2: 'rgb', 3: 'cmyk', 4: 'grey', 5: 'rgb', 6: 'lab' }; // prettier-ignore
const [MEDIA, CROP, BLEED, TRIM] = [0, 1, 2, 3];
const LETTER: RawBox = { left: 0, top: 792, right: 612, bottom: 0 };
const UPRIGHT: Matrix = [1, 0, 0, 1, 0, 0];

type Page = { pdfium: Pdfium; page: number; unit: number };
type Found = { fonts: Map<string, boolean>; images: { object: number; image: PdfImage }[]; seen: number };

/**
 * Reads the facts of page 1 and tells them thrice: what the document says of it; what is on it, for which PDFium loads
 * everything it shows; and the colours of its pictures. Whoever waits keeps the last. Throws what PDFium throws when its memory is full.
 */
export function readContent(
  pdfium: Pdfium,
  document: number,
  file: string,
  tell: (content: PdfContent) => void,
): void {
  const { api } = pdfium;
  const unit = userUnit(file);
  const content: PdfContent = {
    pages: api.FPDF_GetPageCount(document),
    ...boxesOf(pdfium, document, unit),
    ...{ fonts: null, annotations: null, images: [], complete: false },
  };
  tell(content);
  const page = api.FPDF_LoadPage(document, 0);
  if (page === 0) return;
  const found: Found = { fonts: new Map(), images: [], seen: 0 };
  const count = api.FPDFPage_CountObjects(page);
  for (let n = 0; n < count; n++)
    visit({ pdfium, page, unit }, api.FPDFPage_GetObject(page, n), UPRIGHT, 0, found);
  const area = ({ image: { size } }: Found['images'][number]) => size.w * size.h;
  const images = found.images.sort((one, other) => area(other) - area(one)).slice(0, MOST_IMAGES);
  content.fonts = [...found.fonts].map(([name, embedded]) => ({ name, embedded }));
  content.annotations = api.FPDFPage_GetAnnotCount(page);
  content.images = images.map(({ image }) => image);
  tell(content);
  for (const { object, image } of images) Object.assign(image, coloursOf(pdfium, page, object));
  tell({ ...content, complete: found.seen <= MOST_OBJECTS && found.images.length <= MOST_IMAGES });
}

function boxesOf(
  pdfium: Pdfium,
  document: number,
  unit: number,
): Pick<PdfContent, 'media' | 'crop' | 'bleed' | 'trim'> {
  const { api } = pdfium;
  const raw = (type: number): RawBox | null => {
    const corners = read(pdfium, 'float', 4, (start) => api.EPDF_GetPageBoxByIndex(document, 0, type, start));
    const [left = 0, top = 0, right = 0, bottom = 0] = corners ?? [];
    return corners && { left, top, right, bottom };
  };
  // What PDFium and every other reader take for a page that does not say.
  const media = raw(MEDIA) ?? LETTER;
  const turns = api.EPDF_GetPageRotationByIndex(document, 0);
  const placed = (box: RawBox | null) => box && onPage(box, media, turns, unit);
  const { w, h } = onPage(media, media, turns, unit);
  return { media: { w, h }, crop: placed(raw(CROP)), bleed: placed(raw(BLEED)), trim: placed(raw(TRIM)) };
}

function visit(at: Page, object: number, outer: Matrix, depth: number, found: Found): void {
  const { api } = at.pdfium;
  if (++found.seen > MOST_OBJECTS) return;
  const type = api.FPDFPageObj_GetType(object);
  if (type === TEXT) noteFont(at, object, found);
  if (type === IMAGE) found.images.push({ object, image: imageOf(at, object, outer) });
  if (type !== FORM || depth >= DEEPEST) return;
  const matrix = within(matrixOf(at, object), outer);
  const count = api.FPDFFormObj_CountObjects(object);
  for (let n = 0; n < count && found.seen <= MOST_OBJECTS; n++)
    visit(at, api.FPDFFormObj_GetObject(object, n), matrix, depth + 1, found);
}

function noteFont({ pdfium }: Page, object: number, { fonts }: Found): void {
  const { api, memory } = pdfium;
  const font = api.FPDFTextObj_GetFont(object);
  if (font === 0) return;
  const name = withRoom(pdfium, 128, (start) =>
    api.FPDFFont_GetBaseFontName(font, start, 128) <= 128 ? memory.UTF8ToString(start) : '',
  );
  fonts.set(name || 'without a name', api.FPDFFont_GetIsEmbedded(font) === 1);
}

function matrixOf({ pdfium }: Page, object: number): Matrix {
  const numbers = read(pdfium, 'float', 6, (start) => pdfium.api.FPDFPageObj_GetMatrix(object, start));
  return (numbers as unknown as Matrix | null) ?? UPRIGHT;
}

function imageOf(at: Page, object: number, outer: Matrix): PdfImage {
  const { api } = at.pdfium;
  const pixels = read(at.pdfium, 'i32', 2, (start) =>
    api.FPDFImageObj_GetImagePixelSize(object, start, start + 4),
  );
  const [width = 0, height = 0] = pixels ?? [];
  const size = placedSize(within(matrixOf(at, object), outer), at.unit);
  const ppi = Math.min(width / size.w, height / size.h);
  return { width, height, size, ppi: Number.isFinite(ppi) ? ppi : 0, space: null, lineArt: false };
}

/** Loads the picture's bytes, and unpacks it when it is JPEG 2000. */
function coloursOf(pdfium: Pdfium, page: number, object: number): Pick<PdfImage, 'space' | 'lineArt'> {
  const numbers = read(pdfium, 'i32', 7, (start) =>
    pdfium.api.FPDFImageObj_GetImageMetadata(object, page, start),
  );
  // Width, height, two resolutions, bits of a pixel, family of colours, mark.
  const [, , , , bits = 0, family = 0] = numbers ?? [];
  const space = family === ICC_BASED ? profiled(pdfium, page, object) : (FAMILIES[family] ?? null);
  return { space, lineArt: bits === 1 };
}

function profiled(pdfium: Pdfium, page: number, object: number): ImageFacts['space'] | null {
  const { api, memory } = pdfium;
  const profile = (start: number, room: number) =>
    read(pdfium, 'i32', 1, (size) =>
      api.FPDFImageObj_GetIccProfileDataDecoded(object, page, start, room, size),
    );
  const [bytes = 0] = profile(0, 0) ?? [];
  if (bytes < 20 || bytes > MOST_PROFILE_BYTES) return null;
  return withRoom(pdfium, bytes, (start) => {
    if (!profile(start, bytes)) return null;
    return profileSpace(memory.HEAPU8.subarray(start, start + bytes));
  });
}

/**
 * How many points one unit of the page is: 1 but for pages larger than 200 inches. PDFium does not tell, so it is looked for in the
 * file; inside a compressed stream of objects it is not found, and the page is then judged too small.
 */
function userUnit(file: string): number {
  const handle = openSync(file, 'r');
  try {
    const block = Buffer.alloc(1 << 20);
    const overlap = 32;
    for (let position = 0; ; position += block.length - overlap) {
      const length = readSync(handle, block, 0, block.length, position);
      const at = block.subarray(0, length).indexOf('/UserUnit', 0, 'latin1');
      if (at >= 0) {
        const said = /^\/UserUnit\s+([\d.]+)/.exec(
          block.toString('latin1', at, Math.min(at + overlap, length)),
        );
        if (said) return Number(said[1]) || 1;
      }
      if (length < block.length) return 1;
    }
  } finally {
    closeSync(handle);
  }
}
