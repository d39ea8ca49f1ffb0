/** The table of preflight, row by row, each limit from both sides; then a whole file, and the same file spoilt one way at a time. */
import { describe, expect, test } from 'vitest';
import { layOut, pixels } from './geometry.ts';
import type { MeasuredImage, MeasuredPdf, Patch, Patches, PlacedImage } from './measured.ts';
import { storedFacts } from './measured.ts';
import { CHECKS, hints, preflight, regionsFor, verdictOf, type PreflightOptions } from './preflight.ts';
import { SIDES } from './regions.ts';
import { judgeSpec, type CoverSpec } from './spec.ts';

const WRAP: CoverSpec = {
  ...{ format: 'paperback_wrap', printer: 'kdp', trim: { w: 6, h: 9 }, paper: 'white', pages: 200 },
  ...{ spine: null, direction: 'ltr' },
};
const HARDCOVER: CoverSpec = { ...WRAP, format: 'hardcover_case' };
const EBOOK: CoverSpec = { ...WRAP, format: 'ebook_front', trim: null, paper: null, pages: null };
const AUDIOBOOK: CoverSpec = { ...EBOOK, format: 'audiobook_square', printer: 'acx' };
const [W, H] = [12.7004, 9.25];

/** What a designer exports from the template, in CMYK. */
const wrap: MeasuredImage = {
  ...{ kind: 'image', format: 'tiff', width: 3810, height: 2775, space: 'cmyk', depth: 8, alpha: false },
  ...{ density: 300, hasProfile: true, bytes: 30_000_000 },
};
const ebook: MeasuredImage = {
  ...{ ...wrap, format: 'jpeg', width: 1600, height: 2560, space: 'rgb', density: null, hasProfile: false },
  bytes: 2_000_000,
};
const audiobook: MeasuredImage = { ...ebook, width: 2400, height: 2400 };
const photo: PlacedImage = {
  ...{ width: 3810, height: 2775, size: { w: W, h: H }, ppi: 300, space: 'cmyk', lineArt: false },
};
const content: NonNullable<MeasuredPdf['content']> = {
  ...{ pages: 1, media: { w: W, h: H }, crop: null, bleed: null, trim: null, annotations: 0 },
  ...{ fonts: [{ name: 'ABCDEF+Jost', embedded: true }], images: [photo], complete: true },
};
const pdf = (change: Partial<typeof content> = {}, bytes = 8_000_000): MeasuredPdf => ({
  ...{ kind: 'pdf', bytes, encrypted: false, content: { ...content, ...change } },
});

const painted: Patch = { colour: '#806040', lightness: 42, spread: 40 };
const flat = (colour: string, lightness: number): Patch => ({ colour, lightness, spread: 0.5 });
const white = flat('#ffffff', 100);
const grey = flat('#808080', 50);
const all = (name: string, patch: Patch): Patches => Object.fromEntries(SIDES.map((side) => [`${name}.${side}`, patch])); // prettier-ignore
const looks: Patches = { ...all('edge', painted), ...all('beside', painted), barcode: white };
const front: Patches = { ...all('rim', painted), ...all('inside', painted) };

/** What is not right, as `check level`. */
function wrongs(
  file: MeasuredImage | MeasuredPdf,
  cover = WRAP,
  { patches = null, ...options }: PreflightOptions & { patches?: Patches | null } = {},
): string[] {
  return preflight(file, patches, cover, options)
    .filter(({ level }) => level !== 'pass')
    .map(({ check, level }) => `${check} ${level}`);
}

describe('a file that is right', () => {
  test.each([
    ['a CMYK TIFF of the template’s size', wrap, WRAP, looks],
    ['the same without a resolution tag', { ...wrap, density: null }, WRAP, looks],
    [
      'the same at 600 pixels per inch, untagged',
      { ...wrap, width: 7620, height: 5550, density: null },
      WRAP,
      looks,
    ],
    ['a PDF of the template’s size', pdf(), WRAP, looks],
    ['a PDF without pictures', pdf({ images: [], fonts: [] }), WRAP, looks],
    ['a hardcover', { ...wrap, width: 4264, height: 3125 }, HARDCOVER, looks],
    ['an ebook', ebook, EBOOK, front],
    ['an audiobook', audiobook, AUDIOBOOK, null],
  ] as const)('%s passes with nothing to remark', (_, file, cover, patches) => {
    const findings = preflight(file, patches, cover, { before: cover });
    expect(findings.filter(({ level }) => level !== 'pass')).toEqual([]);
    expect(findings.length).toBeGreaterThan(5);
    expect(verdictOf(findings)).toEqual({ level: 'pass', fails: 0, warns: 0 });
  });
});

describe('the same file, spoilt one way at a time, gets exactly its finding', () => {
  test.each<[string, Partial<MeasuredImage>, string[]]>([
    ['1 % too small', { width: 3772, height: 2747 }, ['size fail']],
    ['1 % too small, untagged', { width: 3772, height: 2747, density: null }, ['size fail']],
    ['1 % too small, tagged 72', { width: 3772, height: 2747, density: 72 }, ['size fail']],
    ['in RGB', { space: 'rgb' }, ['colour warn']],
    ['in Lab', { space: 'lab' }, ['colour warn']],
    ['in grey', { space: 'grey' }, []],
    ['with alpha', { alpha: true }, ['alpha warn']],
    ['without a profile', { hasProfile: false }, ['profile warn']],
    ['16 bits deep', { depth: 16 }, ['depth warn']],
    ['at 72 dpi', { width: 914, height: 666, density: 72 }, ['resolution fail']],
    ['at 72 dpi, untagged', { width: 914, height: 666, density: null }, ['resolution fail']],
    ['with its pixels, but tagged 72', { density: 72 }, ['density warn']],
    ['trimmed without bleed', { width: 3735, height: 2700 }, ['bleed fail']],
    ['trimmed without bleed, untagged', { width: 3735, height: 2700, density: null }, ['bleed fail']],
    ['trimmed without bleed, at 600', { width: 7470, height: 5400, density: 600 }, ['bleed fail']],
    [
      'trimmed without bleed, untagged at 200',
      { width: 2490, height: 1800, density: null },
      ['resolution warn', 'bleed fail'].sort(),
    ],
    ['the front alone', { width: 1875, height: 2775 }, ['size fail', 'resolution fail']],
    ['41 MB', { bytes: 41_000_000 }, ['bytes warn']],
  ])('%s', (_, change, expected) => {
    expect(wrongs({ ...wrap, ...change }).sort()).toEqual([...expected].sort());
  });
});

describe('each limit, from both sides', () => {
  /** A page so much wider than the sheet, in inches. */
  const wider = (by: number) => pdf({ media: { w: W + by, h: H } });
  const placed = (ppi: number, more: Partial<PlacedImage> = {}) =>
    pdf({ images: [{ ...photo, ppi, ...more }] });
  const tall = (height: number) => ({ ...ebook, width: 2000, height });
  const weighing = (bytes: number, file = wrap) => ({ ...file, bytes });

  test.each<[string, MeasuredImage | MeasuredPdf, CoverSpec, string[]]>([
    ['0.01 in off', wider(0.01), WRAP, []],
    ['just over 0.01 in off', wider(0.0101), WRAP, ['media_box warn']],
    ['0.0625 in off', wider(0.0625), WRAP, ['media_box warn']],
    ['just over 0.0625 in off', wider(0.0626), WRAP, ['media_box fail']],
    ['0.0625 in too small', wider(-0.0625), WRAP, ['media_box warn']],
    ['just over 0.0625 in too small', wider(-0.0626), WRAP, ['media_box fail']],
    ['too low by 0.07 in', pdf({ media: { w: W, h: H - 0.07 } }), WRAP, ['media_box fail']],
    ['a page on its side', pdf({ media: { w: H, h: W } }), WRAP, ['media_box fail']],
    ['a page of the trim size', pdf({ media: { w: 12.4504, h: 9 } }), WRAP, ['bleed fail']],
    ['0.06 in around the trim', pdf({ media: { w: 12.5104, h: 9.06 } }), WRAP, ['bleed fail']],
    ['0.07 in around the trim', pdf({ media: { w: 12.5204, h: 9.07 } }), WRAP, ['media_box fail']],
    [
      'a crop box inside the page',
      pdf({ crop: { x: 0.1, y: 0.1, w: W - 0.2, h: H - 0.2 } }),
      WRAP,
      ['media_box warn'],
    ],
    ['600 ppi', placed(600), WRAP, []],
    ['601 ppi', placed(601), WRAP, ['resolution warn']],
    ['1200 ppi of line art', placed(1200, { lineArt: true }), WRAP, []],
    ['300 ppi', placed(300), WRAP, []],
    ['299 ppi', placed(299), WRAP, ['resolution warn']],
    ['200 ppi', placed(200), WRAP, ['resolution warn']],
    ['199 ppi', placed(199), WRAP, ['resolution fail']],
    ['100 ppi of an ornament', placed(100, { size: { w: 0.4, h: 0.6 } }), WRAP, []],
    ['an ebook 2 % too tall', tall(3264), EBOOK, []],
    ['an ebook just over 2 % too tall', tall(3265), EBOOK, ['aspect warn']],
    ['an ebook 2 % too low', tall(3136), EBOOK, []],
    ['an ebook just over 2 % too low', tall(3135), EBOOK, ['aspect warn']],
    ['an audiobook one pixel off square', { ...audiobook, height: 2401 }, AUDIOBOOK, ['aspect fail']],
    ['an audiobook of 2399', { ...audiobook, width: 2399, height: 2399 }, AUDIOBOOK, ['pixels fail']],
    ['an ebook of 1000 × 1600', { ...ebook, width: 1000, height: 1600 }, EBOOK, ['pixels warn']],
    ['an ebook of 625 × 1000', { ...ebook, width: 625, height: 1000 }, EBOOK, ['pixels warn']],
    ['an ebook of 624 × 1000', { ...ebook, width: 624, height: 1000 }, EBOOK, ['pixels fail']],
    ['an ebook 10,000 px high', { ...ebook, width: 6250, height: 10_000 }, EBOOK, []],
    ['an ebook 10,001 px high', { ...ebook, width: 6250, height: 10_001 }, EBOOK, ['pixels fail']],
    ['an ebook in CMYK', { ...ebook, space: 'cmyk' }, EBOOK, ['colour fail']],
    ['an audiobook in CMYK', { ...audiobook, space: 'cmyk' }, AUDIOBOOK, ['colour fail']],
    ['a grey audiobook', { ...audiobook, space: 'grey' }, AUDIOBOOK, ['colour warn']],
    ['a Kindle cover as PNG', { ...ebook, format: 'png' }, EBOOK, ['type warn']],
    ['a PDF for a Kindle', pdf(), EBOOK, ['type fail']],
    ['an ebook of 50 MB', weighing(50_000_000, ebook), EBOOK, []],
    ['an ebook over 50 MB', weighing(50_000_001, ebook), EBOOK, ['bytes fail']],
    ['print of 40 MB', weighing(40_000_000), WRAP, []],
    ['print over 40 MB', weighing(40_000_001), WRAP, ['bytes warn']],
    ['print of 650 MB', weighing(650_000_000), WRAP, ['bytes warn']],
    ['print over 650 MB', weighing(650_000_001), WRAP, ['bytes fail']],
    ['two pages', pdf({ pages: 2 }), WRAP, ['pages fail']],
    ['a font outside', pdf({ fonts: [{ name: 'Helvetica', embedded: false }] }), WRAP, ['fonts warn']],
    ['a note', pdf({ annotations: 1 }), WRAP, ['annotations warn']],
    ['a picture in RGB', placed(300, { space: 'rgb' }), WRAP, ['colour warn']],
    ['a picture of unknown colours', placed(300, { space: null }), WRAP, []],
    ['locked', { ...pdf(), encrypted: true }, WRAP, ['encryption fail']],
    ['locked with a password', { ...pdf(), encrypted: true, content: null }, WRAP, ['encryption fail']],
    ['seen in part', pdf({ complete: false }), WRAP, ['complete warn']],
    [
      'too large to read',
      pdf({ complete: false, fonts: null, annotations: null, images: [] }),
      WRAP,
      ['complete warn'],
    ],
  ])('%s', (_, file, cover, expected) => {
    expect(wrongs(file, cover)).toEqual(expected);
  });

  test('of a picture’s size count as of a page’s', () => {
    // 300 pixels to the inch, on a sheet of exactly 3810.12 × 2775.
    const size = (width: number) => wrongs({ ...wrap, width });
    expect([3808, 3807, 3792, 3791, 3813, 3814, 3828, 3829].map(size)).toEqual([
      ...[[], ['size warn'], ['size warn'], ['size fail']],
      ...[[], ['size warn'], ['size warn'], ['size fail']],
    ]);
  });

  test('words on the spine need the pages', () => {
    const promised = (pages: number) => wrongs(pdf({ media: sizeOf({ ...WRAP, pages }) }), { ...WRAP, pages }, { spineText: true }); // prettier-ignore
    expect([78, 80].map(promised)).toEqual([['spine_text fail'], []]);
    expect(wrongs(pdf({ media: sizeOf({ ...WRAP, pages: 78 }) }), { ...WRAP, pages: 78 })).toEqual([]);
  });

  test('more dots per inch may be asked for', () => {
    expect(wrongs(wrap, WRAP, { dpi: 400 })).toEqual(['resolution warn']);
    expect(wrongs(pdf({ images: [{ ...photo, ppi: 400 }] }), WRAP, { dpi: 400 })).toEqual([]);
  });
});

const sizeOf = (cover: CoverSpec) => {
  const judged = judgeSpec(cover);
  if (!judged.ok || judged.spec.kind !== 'bound') throw new Error('a bound cover');
  const { width, height } = layOut(judged.spec);
  return { w: width, h: height };
};

describe('what is seen in the picture', () => {
  const seen = (patches: Patches) => wrongs(wrap, WRAP, { patches: { ...looks, ...patches } });

  test('a strip along an edge is remarked, a ground of one colour is not', () => {
    expect(seen({ 'edge.left': white })).toEqual(['edges warn']);
    expect(seen({ ...all('edge', white) })).toEqual(['edges warn']);
    expect(seen({ 'edge.left': white, 'beside.left': flat('#000000', 0) })).toEqual(['edges warn']);
    expect(seen({ ...all('edge', grey), ...all('beside', grey) })).toEqual([]);
    expect(seen({ 'edge.left': { ...white, spread: 3 } })).toEqual(['edges warn']);
    expect(seen({ 'edge.left': { ...white, spread: 3.1 } })).toEqual([]);
  });

  test('the barcode wants a plain and light place', () => {
    expect(seen({ barcode: painted })).toEqual(['barcode warn']);
    expect(seen({ barcode: flat('#c8c8c8', 80) })).toEqual([]);
    expect(seen({ barcode: flat('#c6c6c6', 79) })).toEqual(['barcode warn']);
    expect(seen({ barcode: { ...white, spread: 11 } })).toEqual(['barcode warn']);
  });

  test('places are not asked for on a file of another size', () => {
    const spoilt = { ...looks, ...all('edge', white), barcode: painted };
    expect(wrongs({ ...wrap, width: 3735, height: 2700 }, WRAP, { patches: spoilt })).toEqual(['bleed fail']);
  });

  test('a white ebook wants a border, others do not', () => {
    const ofFront = (patches: Patches) => wrongs(ebook, EBOOK, { patches: { ...front, ...patches } });
    expect(ofFront({ ...all('rim', white), ...all('inside', white) })).toEqual(['border warn']);
    expect(ofFront({ 'rim.left': white, 'rim.right': white })).toEqual(['border warn']);
    expect(ofFront({ 'rim.top': white })).toEqual([]);
    expect(ofFront({ ...all('rim', grey), ...all('inside', white) })).toEqual([]);
    const [passed] = preflight(ebook, { ...all('rim', grey), ...all('inside', white) }, EBOOK).filter(
      ({ check }) => check === 'border',
    );
    expect(passed).toMatchObject({ level: 'pass', what: 'The white cover has a border' });
  });

  test('regions lie inside the picture, and the barcode where the geometry says', () => {
    for (const cover of [WRAP, HARDCOVER, { ...WRAP, direction: 'rtl' } as const, EBOOK, AUDIOBOOK]) {
      for (const [name, { x, y, w, h }] of Object.entries(regionsFor(cover))) {
        const inside = x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= 1 + 1e-9 && y + h <= 1 + 1e-9;
        expect(inside, name).toBe(true);
      }
    }
    const { barcode } = regionsFor(WRAP);
    expect([(barcode?.x ?? 0) * W, (barcode?.y ?? 0) * H]).toEqual([
      expect.closeTo(3.875),
      expect.closeTo(7.675),
    ]);
    expect(regionsFor({ ...WRAP, pages: null })).toEqual({});
  });
});

describe('what changed since the file came', () => {
  const drift = (before: CoverSpec, now: CoverSpec) =>
    preflight(pdf({ media: sizeOf(now) }), null, now, { before }).find(({ check }) => check === 'drift');

  test('is named, with what it does to the spine', () => {
    expect(drift({ ...WRAP, pages: 180 }, WRAP)).toMatchObject({
      level: 'warn',
      what: 'Changed in the brief since the file came: pages',
      why: 'The file was made for what the brief said then. The spine is 0.045 in (1.1 mm) wider now.',
      measured: '180 pages',
      wanted: '200 pages',
    });
    expect(drift(WRAP, { ...WRAP, paper: 'standard_color' })).toMatchObject({
      level: 'warn',
      measured: 'white',
    });
    expect(drift({ ...WRAP, trim: { w: 5, h: 8 }, paper: 'cream' }, WRAP)?.what).toMatch(/trim and paper$/);
  });

  test('is nothing when nothing changed, and nothing that screens care for', () => {
    expect(drift(WRAP, { ...WRAP })).toMatchObject({ level: 'pass' });
    expect(preflight(ebook, null, EBOOK, { before: { ...EBOOK, pages: 90 } }).every(({ level }) => level === 'pass')).toBe(true); // prettier-ignore
  });
});

describe('without numbers to hold it against', () => {
  test('a file is judged by what does not need them', () => {
    const findings = preflight({ ...wrap, alpha: true }, null, { ...WRAP, pages: null });
    expect(findings[0]).toMatchObject({
      check: 'spec',
      level: 'warn',
      mend: 'Say how many pages the book has.',
    });
    expect(findings.map(({ check }) => check)).not.toContain('size');
    expect(wrongs({ ...wrap, alpha: true }, { ...WRAP, pages: null })).toEqual(['spec warn', 'alpha warn']);
  });

  test('hints say what the format alone tells', () => {
    const told = (file: MeasuredImage, patches: Patches | null, format: CoverSpec['format']) =>
      hints(file, patches, format).filter(({ level }) => level !== 'pass').map(({ check }) => check); // prettier-ignore
    expect(told({ ...ebook, width: 1200, height: 1600, space: 'cmyk' }, null, 'ebook_front')).toEqual([
      'aspect',
      'pixels',
      'colour',
    ]);
    expect(told(ebook, { ...all('rim', white), ...all('inside', white) }, 'ebook_front')).toEqual(['border']);
    expect(told(ebook, null, 'audiobook_square')).toEqual(['aspect', 'pixels']);
    expect(told({ ...ebook, alpha: true }, null, 'paperback_wrap')).toEqual(['colour', 'alpha']);
    expect(told({ ...wrap, width: 700, height: 1100 }, null, 'hardcover_case')).toEqual(['resolution']);
    expect(told(wrap, null, 'custom')).toEqual([]);
  });
});

describe('findings', () => {
  const bad: MeasuredImage = {
    ...wrap,
    width: 1000,
    height: 1000,
    space: 'rgb',
    depth: 16,
    alpha: true,
    bytes: 7e8,
  };

  test('say what, why and how to mend it, in whole sentences', () => {
    const findings = [
      ...preflight(bad, { ...looks, ...all('edge', white), barcode: painted }, WRAP, { before: HARDCOVER }),
      ...preflight({ ...bad, space: 'cmyk' }, { ...all('rim', white), ...all('inside', white) }, EBOOK),
      ...preflight(
        pdf({ pages: 3, annotations: 2, fonts: [{ name: 'Arial', embedded: false }] }),
        null,
        WRAP,
      ),
    ];
    for (const { level, what, why, mend, measured, wanted } of findings) {
      expect(what).toMatch(/^[A-Z].*[^.]$/);
      expect(measured && wanted).not.toBe('');
      expect(`${what}${why}${mend}${measured}${wanted}`).not.toMatch(/undefined|NaN|Infinity|null/);
      if (level === 'pass') expect(why + mend).toBe('');
      else expect([why, mend].every((text) => /^[A-Z].*\.$/.test(text))).toBe(true);
    }
  });

  test('tell sizes in inches, millimetres and pixels', () => {
    const [size] = preflight({ ...wrap, width: 3772, height: 2747 }, null, WRAP).filter(({ level }) => level === 'fail'); // prettier-ignore
    expect(size).toEqual({
      check: 'size',
      level: 'fail',
      what: 'The file is 0.127 in (3.2 mm) off the size of the sheet',
      why: 'A printer refuses it, or scales it: then text and folds are no longer where they were drawn.',
      mend: 'Start from the template: 3,810 × 2,775 px at 300 pixels per inch. Do not stretch the picture to fit.',
      measured: '3,772 × 2,747 px: 12.573 × 9.157 in (319.4 × 232.6 mm) at 300 pixels per inch',
      wanted: '12.7 × 9.25 in (322.6 × 235 mm)',
    });
    expect(pixels(W, 300)).toBe(3810);
    const [tag] = preflight({ ...wrap, density: 72 }, null, WRAP).filter(({ check }) => check === 'density');
    expect(tag?.what).toBe('The file says 72 pixels per inch, which makes it 52.917 in (1344.1 mm) wide');
  });

  test('come under names of their own, but for what is measured differently in a PDF', () => {
    for (const kind of ['image', 'pdf'] as const) {
      const ids = CHECKS.filter(({ files }) => files === 'any' || files === kind).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('add up to one verdict', () => {
    expect(verdictOf(preflight({ ...wrap, alpha: true }, null, WRAP))).toEqual({
      level: 'warn',
      fails: 0,
      warns: 1,
    });
    expect(verdictOf(preflight(bad, null, WRAP)).level).toBe('fail');
  });
});

test('stored facts are read back, and what is none of ours is nothing', () => {
  const { kind, ...stored } = wrap;
  expect(storedFacts({ ...stored, channels: 4, patches: front })).toEqual({
    file: { kind, ...stored },
    patches: front,
  });
  expect(storedFacts(stored)).toEqual({ file: wrap, patches: null });
  expect([storedFacts({}), storedFacts(null), storedFacts({ width: 'wide' })]).toEqual([null, null, null]);
});
