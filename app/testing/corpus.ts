/**
 * The pictures that uploads are tested with, good and hostile, made on the spot: no binary file lies in git.
 * Each builder writes one file and returns its path. Good ones show four flat quarters, `QUARTERS`, so a test can tell
 * where each corner went and which colour it came out in.
 */
import { randomBytes } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import { crc32, deflateRawSync, deflateSync, constants } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Top left, top right, bottom left, bottom right, as displayed; sRGB. All of them lie inside CMYK's reach. */
export const QUARTERS = [
  [190, 60, 50],
  [70, 140, 80],
  [50, 80, 150],
  [230, 210, 140],
] as const;

type Build = (file: string) => Promise<string>;

/** Pictures a person may well send; every one is to be accepted. */
export const good = {
  'CMYK.jpg': saved(() =>
    quarters(1200, 1600).toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 95 }),
  ),
  'CMYK without profile.jpg': saved(() => quarters(1200, 1600).toColourspace('cmyk').jpeg({ quality: 95 })),
  // 12 megapixels lying on its side, with the place it was taken.
  'phone photo.jpg': saved(() =>
    quarters(3000, 4000)
      .rotate(270)
      .withExif({ IFD0: { Make: 'Canary' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6, density: 72 })
      .jpeg({ quality: 90 }),
  ),
  'wide gamut.jpg': saved(() => quarters(1200, 1600).withIccProfile('p3').jpeg({ quality: 95 })),
  'progressive.jpg': saved(() => quarters(1200, 1600).jpeg({ quality: 90, progressive: true })),
  '16 bit.png': saved(() => quarters(1200, 1600).toColourspace('rgb16').png()),
  '16 bit wide gamut.png': saved(() =>
    quarters(1200, 1600).toColourspace('rgb16').withIccProfile('p3').png(),
  ),
  'grey.png': saved(() => quarters(1200, 1600).toColourspace('b-w').png()),
  'alpha.png': saved(() => windowed(1200, 1600).png()),
  'palette.png': saved(() => quarters(1200, 1600).png({ palette: true })),
  'really a png.jpg': saved(() => quarters(800, 1000).png()),
  'cover.avif': saved(() => quarters(1200, 1600).avif({ effort: 0 })),
  'cover.webp': saved(() => quarters(1200, 1600).webp({ lossless: true, effort: 0 })),
  'cover.tiff': saved(() => quarters(1200, 1600).tiff({ compression: 'lzw' })),
  'CMYK.tiff': saved(() =>
    quarters(1200, 1600).toColourspace('cmyk').withIccProfile('cmyk').tiff({ compression: 'deflate' }),
  ),
  'small.jpg': saved(() => quarters(400, 640).jpeg()),
  'ribbon.png': saved(() => quarters(320, 12_000).png()),
} satisfies Record<string, Build>;

/** Good, but heavy: for figures of time and memory. */
export const heavy = {
  '40 MP.png': saved(() => art(5000, 8000).png({ compressionLevel: 3 })),
  '40 MP.jpg': saved(() => art(5000, 8000).jpeg({ quality: 90 })),
  '40 MP progressive.jpg': saved(() =>
    art(5000, 8000).jpeg({ quality: 90, progressive: true, chromaSubsampling: '4:4:4' }),
  ),
  '40 MP lossless.webp': saved(() => quarters(5000, 8000).webp({ lossless: true, effort: 0 })),
  '40 MP.avif': saved(() => quarters(5000, 8000).avif({ effort: 0 })),
  '40 MP interlaced.png': saved(() => quarters(5000, 8000).png({ progressive: true, compressionLevel: 1 })),
  '12 MP.jpg': saved(() => art(3000, 4000).jpeg({ quality: 90 })),
  // A 16 × 13 in wrap at 600 dpi: the largest that is taken.
  '75 MP.png': saved(() => art(9600, 7800).png({ compressionLevel: 4 })),
  '75 MP.tiff': saved(() => art(9600, 7800).tiff({ compression: 'lzw' })),
  '75 MP CMYK.jpg': saved(() =>
    art(9600, 7800).toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 85 }),
  ),
} satisfies Record<string, Build>;

/** Files that are to be refused, and the reason each is to be given. */
export const hostile = {
  'bomb 256 MP.png': ['too_many_pixels', (file) => writeFile(file, blackPng(16_000, 16_000))],
  'bomb 900 MP header.png': ['too_many_pixels', (file) => writeFile(file, blackPng(30_000, 30_000, 100))],
  'animated.webp': ['animated', (file) => animation(50).webp({ loop: 0 }).toFile(file)],
  'polyglot.gif': [
    'unsupported_type',
    (file) => writeFile(file, `GIF89a/*${'\0'.repeat(40)}*/=1;alert(document.domain)`),
  ],
  'script.svg': ['unsupported_type', (file) => writeFile(file, SVG)],
  'script.png': [
    'unsupported_type',
    (file) => writeFile(file, `<?xml version="1.0"?>\n<!-- ${' '.repeat(200)} -->\n${SVG}`),
  ],
  'phone.heic': ['unsupported_type', (file) => writeFile(file, box('ftyp', 'heic\0\0\0\0mif1heic'))],
  'cover.pdf': ['unsupported_type', (file) => writeFile(file, '%PDF-1.7\n%âãÏÓ\n1 0 obj')],
  'nothing.jpg': ['empty', (file) => writeFile(file, '')],
  'text.png': ['not_an_image', (file) => writeFile(file, 'Chapter one. It was a dark and stormy night.')],
  'noise.jpg': [
    'not_an_image',
    (file) => writeFile(file, Buffer.concat([Buffer.from([1]), randomBytes(5000)])),
  ],
  'page.jpg': ['not_an_image', (file) => writeFile(file, '<!doctype html><script>alert(1)</script>')],
  'truncated.jpg': ['broken', (file) => cut(art(1500, 2000).jpeg({ quality: 90 }), file)],
  'truncated progressive.jpg': ['broken', (file) => cut(art(1500, 2000).jpeg({ progressive: true }), file)],
  'truncated.png': ['broken', (file) => cut(art(1500, 2000).png(), file)],
  'truncated.webp': ['broken', (file) => cut(art(1500, 2000).webp(), file)],
  'truncated.tiff': ['broken', (file) => cut(art(1500, 2000).tiff({ compression: 'lzw' }), file)],
  'truncated.avif': ['broken', (file) => cut(art(600, 800).avif({ effort: 0 }), file)],
  'head only.jpg': ['broken', (file) => writeFile(file, Buffer.from('ffd8ffe000104a46494600010101', 'hex'))],
  // 18 megapixels in a few kilobytes, that would unpack to 324 MB.
  'bomb.avif': ['too_many_pixels', (file) => quarters(4200, 4300).avif({ effort: 0 }).toFile(file)],
  'progressive bomb.jpg': [
    'too_many_pixels',
    (file) => quarters(7500, 7500).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toFile(file),
  ],
  'profile bomb.png': ['broken', (file) => writeFile(file, profileBomb(1_000))],
  'icon.png': ['too_small', (file) => quarters(319, 5_000).png().toFile(file)],
  'heavy.png': ['too_large', (file) => sparse(file, blackPng(1000, 1000), 61 * 1024 * 1024)],
} satisfies Record<string, readonly [reason: string, build: (file: string) => Promise<unknown>]>;

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>alert(1)</script></svg>`;

/** Names that a hostile or merely creative sender may give a file. */
export const NAMES = [
  '../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'a;b=c"d.png',
  'cover;filename=evil.png',
  'nul\0byte.png',
  'été – 封面 – 🎨.png',
  'reversed\u202egnp.exe',
  `${'long'.repeat(250)}.png`,
  '.htaccess',
  '   ',
  '-rf',
];

/** Pixels of three bytes each, ready to be scaled and encoded. */
export const raw = (pixels: Uint8Array, width: number, height: number): Sharp =>
  sharp(pixels, { raw: { width, height, channels: 3 } });

/** Four flat quarters, ready to be encoded. */
export function quarters(width: number, height: number): Sharp {
  const raw = { width: 2, height: 2, channels: 3 } as const;
  return sharp(Uint8Array.from(QUARTERS.flat()), { raw }).resize(width, height, {
    kernel: 'nearest',
    fit: 'fill',
  });
}

/** The colours of a picture at some places, in fractions of its width and height. */
export async function coloursAt(
  bytes: Buffer,
  places: readonly { x: number; y: number }[],
): Promise<number[][]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return places.map(({ x, y }) => {
    const from = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels;
    return [...data.subarray(from, from + 3)];
  });
}

/** A picture with the detail of a painted cover: soft shapes over grain, the same on every run. */
export function art(width: number, height: number, seed = 1): Sharp {
  const size = { width: 375, height: 600 };
  const layers = [4, 16, 64].map((cells) => octave(size, cells, seed));
  const pixels = new Uint8Array(size.width * size.height * 3);
  for (let at = 0; at < pixels.length; at++) {
    pixels[at] = Math.min(
      255,
      layers.reduce((sum, layer) => sum + (layer[at] ?? 0), 20) + (noise(at + seed) % 9),
    );
  }
  return sharp(pixels, { raw: { ...size, channels: 3 } }).resize(width, height, {
    fit: 'fill',
    kernel: 'cubic',
  });
}

/** Bilinear noise of `cells` cells across; finer octaves are fainter, as in nature. */
function octave(
  { width, height }: { width: number; height: number },
  cells: number,
  seed: number,
): Float32Array {
  const out = new Float32Array(width * height * 3);
  const strength = 400 / cells ** 0.6;
  const knot = (x: number, y: number, c: number) =>
    (noise(x * 7919 + y * 104_729 + c * 13 + seed * 31) % 256) / 256;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [(x / width) * cells, (y / height) * cells];
      const [i, j] = [Math.floor(u), Math.floor(v)];
      const [du, dv] = [u - i, v - j];
      for (let c = 0; c < 3; c++, at++) {
        const top = knot(i, j, c) * (1 - du) + knot(i + 1, j, c) * du;
        const bottom = knot(i, j + 1, c) * (1 - du) + knot(i + 1, j + 1, c) * du;
        out[at] = strength * (top * (1 - dv) + bottom * dv) * 0.5;
      }
    }
  }
  return out;
}

function noise(n: number): number {
  let h = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Four quarters of which the top left is a hole. */
function windowed(width: number, height: number): Sharp {
  const pixels = Uint8Array.from(QUARTERS.flatMap((colour, at) => [...colour, at === 0 ? 0 : 255]));
  const raw = { width: 2, height: 2, channels: 4 } as const;
  return sharp(pixels, { raw }).resize(width, height, { kernel: 'nearest', fit: 'fill' });
}

function animation(frames: number): Sharp {
  const pixels = randomBytes(400 * 400 * frames * 3);
  const raw = { width: 400, height: 400 * frames, channels: 3, pageHeight: 400 } as const;
  return sharp(pixels, { raw });
}

function saved(picture: () => Sharp): Build {
  return async (file) => {
    // One block of pixels at a time: encoding a large one must not swell the process that measures memory next.
    await picture().toFile(file);
    return file;
  };
}

async function cut(picture: Sharp, file: string): Promise<void> {
  const bytes = await picture.toBuffer();
  await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
}

async function sparse(file: string, head: Uint8Array, size: number): Promise<void> {
  await writeFile(file, head);
  const handle = await open(file, 'r+');
  await handle.truncate(size).finally(() => handle.close());
}

/**
 * An all-black RGB PNG of any size in a few milliseconds: its pixel stream is one deflated megabyte of zeros repeated,
 * and the Adler-32 of n zeros is known. `rows` fewer than `height` make a header that lies.
 */
export function blackPng(width: number, height: number, rows = height): Buffer {
  const size = rows * (width * 3 + 1);
  const block = deflateRawSync(Buffer.alloc(1 << 20), { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const blocks = Array.from({ length: Math.floor(size / (1 << 20)) }, () => block);
  const last = deflateRawSync(Buffer.alloc(size % (1 << 20)), { level: 9 });
  const adler = Buffer.alloc(4);
  adler.writeUInt32BE((((size % 65_521) << 16) | 1) >>> 0);
  return png(width, height, [
    chunk('IDAT', Buffer.concat([Buffer.from([0x78, 0xda]), ...blocks, last, adler])),
  ]);
}

/** A small PNG whose colour profile unpacks to `megabytes`. */
function profileBomb(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(1 << 20), { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const body = Buffer.concat([
    Buffer.from('icc\0\0x'),
    Buffer.from([0xda]),
    ...Array<Buffer>(megabytes).fill(block),
  ]);
  return png(600, 600, [chunk('iCCP', body), chunk('IDAT', deflateSync(Buffer.alloc(10)))]);
}

function png(width: number, height: number, chunks: Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function box(type: string, content: string): Buffer {
  const body = Buffer.from(type + content, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([length, body, Buffer.alloc(200)]);
}
