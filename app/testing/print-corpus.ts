/**
 * Files as designers send them to be printed, made on the spot: right ones, ones with one thing wrong each, and ones that are cut
 * short. All are for a paperback of 6 × 9 in, 200 pages on white: 12.7004 × 9.25 in, 3810 × 2775 pixels.
 */
import { createWriteStream } from 'node:fs';
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pipeline } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { raw } from './corpus.ts';

type Build = (file: string) => Promise<unknown>;

const [WIDTH, HEIGHT] = [3810, 2775];
const POINTS: [number, number] = [914.4288, 666];
const FONT = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const LZW = { compression: 'lzw', xres: 300 / 25.4, yres: 300 / 25.4 } as const;

type Rectangle = { left: number; top: number; right: number; bottom: number; level: number };
/** In inches: where the barcode will be printed. */
const box = (level = 255): Rectangle => ({ left: 3.8, top: 7.6, right: 5.95, bottom: 8.95, level });

/** Slanted stripes with plain rectangles on them, in the wrap's proportions, scaled without smoothing to so many pixels. */
function painted(width = WIDTH, height = HEIGHT, rectangles = [box()]) {
  const [across, down, inch] = [635, 463, 50];
  const pixels = Buffer.alloc(across * down * 3);
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const [u, v] = [x / inch, y / inch];
      const inside = rectangles.find(({ left, top, right, bottom }) => u >= left && u < right && v >= top && v < bottom); // prettier-ignore
      const level = inside?.level ?? 60 + ((x + y) % 40) * 3;
      pixels.fill(level, (y * across + x) * 3, (y * across + x) * 3 + 3);
    }
  return raw(pixels, across, down).resize(width, height, { fit: 'fill', kernel: 'nearest' });
}
const cmyk = (...how: Parameters<typeof painted>) =>
  painted(...how)
    .toColourspace('cmyk')
    .withIccProfile('cmyk');

/** The same picture is in many files, and takes seconds to make. */
const pictures = new Map<number, Promise<Buffer>>();
function jpeg(width: number, height: number): Promise<Buffer> {
  const tagged = painted(width, height).withMetadata({ density: 300 });
  const made = pictures.get(width) ?? tagged.toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer();
  pictures.set(width, made);
  return made;
}

type Pdf = {
  size?: [number, number];
  pages?: number;
  lock?: { userPassword?: string; ownerPassword?: string };
  /** Pixels of the picture that fills the page. */
  picture?: [number, number];
  font?: string;
  note?: boolean;
};

async function pdf(
  file: string,
  { size = POINTS, pages = 1, lock = {}, picture = [WIDTH, HEIGHT], font = FONT, note = false }: Pdf,
): Promise<void> {
  const document = new PDFDocument({ size, margin: 0, ...lock });
  const image = await jpeg(...picture);
  for (let page = 1; page <= pages; page++) {
    if (page > 1) document.addPage({ size, margin: 0 });
    document.image(image, 0, 0, { width: size[0], height: size[1] });
    document.rect(3.875 * 72, 7.675 * 72, 144, 86.4).fill('#ffffff');
    document.font(font).fontSize(24).fillColor('#000000').text('The Ferry at Low Water', 500, 100);
    if (note) document.note(20, 20, 40, 40, 'Larger, please');
  }
  document.end();
  await pipeline(document, createWriteStream(file));
}

const png = (picture: ReturnType<typeof painted>, density = 300) =>
  picture.withMetadata({ density }).png({ compressionLevel: 2 });
const FRAME = { left: 0, top: 0, right: 0.13, bottom: 10, level: 255 };

/** What preflight is to say of each, as `check level`. RGB is remarked, and made in a tenth of the time of CMYK. */
export const judged = {
  'right.tiff': [[], (file) => cmyk().tiff(LZW).toFile(file)],
  'right.jpg': [[], async (file) => writeFile(file, await jpeg(WIDTH, HEIGHT))],
  'right.pdf': [[], (file) => pdf(file, {})],
  'template.png': [['colour warn'], (file) => png(painted()).toFile(file)],
  'too small.png': [['size fail', 'colour warn'], (file) => png(painted(3772, 2747)).toFile(file)],
  'alpha.png': [['colour warn', 'alpha warn'], (file) => png(painted().ensureAlpha(0.5)).toFile(file)],
  '16 bit.png': [['colour warn', 'depth warn'], (file) => png(painted().toColourspace('rgb16')).toFile(file)],
  '72 dpi.png': [['resolution fail', 'colour warn'], (file) => png(painted(914, 666), 72).toFile(file)],
  'tagged 72.png': [['density warn', 'colour warn'], (file) => png(painted(), 72).toFile(file)],
  'no bleed.png': [['bleed fail', 'colour warn'], (file) => png(painted(3735, 2700)).toFile(file)],
  'white frame.png': [
    ['colour warn', 'edges warn'],
    (file) => png(painted(WIDTH, HEIGHT, [box(), FRAME])).toFile(file),
  ],
  'dark barcode.png': [
    ['colour warn', 'barcode warn'],
    (file) => png(painted(WIDTH, HEIGHT, [box(30)])).toFile(file),
  ],
  'locked.pdf': [['encryption fail'], (file) => pdf(file, { lock: { userPassword: 'secret' } })],
  'locked against changes.pdf': [
    ['encryption fail'],
    (file) => pdf(file, { lock: { ownerPassword: 'secret' } }),
  ],
  'two pages.pdf': [['pages fail'], (file) => pdf(file, { pages: 2 })],
  'outside font.pdf': [['fonts warn'], (file) => pdf(file, { font: 'Helvetica' })],
  'note.pdf': [['annotations warn'], (file) => pdf(file, { note: true })],
  'soft.pdf': [['resolution fail'], (file) => pdf(file, { picture: [1270, 925] })],
  'other page.pdf': [['media_box fail'], (file) => pdf(file, { size: [864, 648] })],
  'trim page.pdf': [['bleed fail'], (file) => pdf(file, { size: [896.4288, 648] })],
} satisfies Record<string, readonly [wrong: string[], build: Build]>;

/** Cut short: each is to be refused as broken. */
export const broken = {
  'cut.pdf': (file) => cut(file, (whole) => pdf(whole, {})),
  'cut.jpg': (file) => cut(file, async (whole) => writeFile(whole, await jpeg(WIDTH, HEIGHT))),
  'cut.tiff': (file) => cut(file, (whole) => painted().tiff(LZW).toFile(whole)),
} satisfies Record<string, Build>;

async function cut(file: string, build: Build): Promise<void> {
  await build(file);
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
}

/** A PDF of our own writing: one page of the wrap's size that shows the XObject /X, which is object 5. */
export function barePdf(objects: Record<number, string>, media = '/MediaBox [0 0 914.43 666]'): Buffer {
  const all: Record<number, string> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Kids [3 0 R] /Count 1 ${media} >>`,
    3: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
    4: stream('', 'q 914.43 0 0 666 0 0 cm /X Do Q'),
    ...objects,
  };
  let text = '%PDF-1.7\n';
  const places = Object.entries(all).map(([number, body]) => {
    const place = text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(`${text}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`, 'latin1'); // prettier-ignore
}

/** A stream object; `content` is one byte for each character. */
export const stream = (entries: string, content: string): string =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A PDF that shows one picture of so many bytes, all zero and on disk not there. */
export async function writeLargePdf(file: string, entries: string, bytes: number): Promise<void> {
  // Laid out as if the picture were empty; then its length is written, and what follows is moved behind it.
  const small = barePdf({ 5: `<< ${entries} /Length ${bytes} >>\nstream\n\nendstream` }).toString('latin1');
  const hole = small.lastIndexOf('\nendstream');
  const start = Number(/startxref\n(\d+)/.exec(small)?.[1]);
  const tail = small.slice(hole).replace(`startxref\n${start}`, `startxref\n${start + bytes}`);
  await writeFile(file, small.slice(0, hole));
  await truncate(file, hole + bytes);
  await appendFile(file, tail, 'latin1');
}

const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 1 1]';
/** Forms that show forms that show forms, ten of each in each: 10^11 of them in three kilobytes. */
export const formBomb = (): Buffer =>
  barePdf(
    Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        at + 5,
        stream(`${FORM} /Resources << /XObject << /X ${at + 6} 0 R >> >>`, at < 11 ? '/X Do '.repeat(10) : '0 0 1 1 re f'), // prettier-ignore
      ]),
    ),
  );
