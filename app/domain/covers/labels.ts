/** What a template says in words: the names of its panels, the numbers it was made by, and the key to its lines. */
import type { Box } from './geometry.ts';
import type { GuideRole, Shape, Words } from './guides.ts';
import { PAPERS } from './printers/index.ts';
import { drawnSize, pixelSize, SCREEN_DPI, type Sheet } from './sheet.ts';
import type { BoundSpec } from './spec.ts';
import { writeInches, writeMetricSize, writeMillimetres, writePixels, writeSize } from './written.ts';

export type LegendEntry = { role: GuideRole; sentence: string };
type Fact = [name: string, value: string];

/** The largest type, in inches: 9 points. */
const LARGEST = 0.125;
/** A letter's mean width in ems, on the wide side: nothing here measures type. */
const LETTER = 0.48;
/** From one baseline to the next, and of a panel's name, in ems. */
const [LEADING, NAME] = [1.5, 2.6];
/** Where values begin, and sentences beside their sample, in ems. */
const [VALUES, SENTENCES] = [5.5, 2.2];
/** So many ems wide and lines high is a block at its largest. */
const [WIDE, HIGH] = [34, 24];
/** A spine has its name inside when the type is at least this large, in inches. */
const LEGIBLE = 0.07;

/** The labels of a sheet. The key to its lines is `legend`. */
export function labelsOf(sheet: Sheet, legend: readonly LegendEntry[]): Shape[] {
  const { judged, geometry } = sheet;
  if (judged.kind === 'screen') {
    const { w, h } = drawnSize(sheet);
    // Clear of the centre lines: numbers in the upper left quarter, the key in the lower left one.
    const quarter = (y: number): Box => ({ x: 0.1, y: y + 0.1, w: w / 2 - 0.2, h: h / 2 - 0.2 });
    return [...numbers(quarter(0), 'Front', screenFacts(sheet)), ...key(quarter(h / 2), 'Key', legend)];
  }
  const { backSafe, frontSafe, barcode, spine } = geometry.boxes;
  if (!backSafe || !frontSafe || !spine) return [];
  const above = barcode ? barcode.y - backSafe.y : backSafe.h;
  return [
    ...numbers({ ...backSafe, h: above }, 'Back', boundFacts(sheet, judged)),
    ...key(frontSafe, 'Front', legend),
    spineName(spine, judged.binding.edge),
    ...(barcode ? [inMiddle('Barcode', barcode)] : []),
  ];
}

function boundFacts(sheet: Sheet, { binding, trim, pages, spine }: BoundSpec): Fact[] {
  const { spec, dpi, geometry } = sheet;
  const size = { w: geometry.width, h: geometry.height };
  const { front } = geometry.boxes;
  const both = (inches: number) => `${writeInches(inches)} · ${writeMillimetres(inches)}`;
  const paper = binding.papers.length > 0 && spec.paper ? `, ${PAPERS[spec.paper].toLowerCase()} paper` : '';
  return [
    ['For', binding.name],
    ['Sheet', writeSize(size)],
    ['', writeMetricSize(size)],
    ['', `${writePixels(pixelSize(sheet))} at ${dpi} dpi`],
    ['Trim', `${writeSize(trim)} · ${writeMetricSize(trim)}`],
    ...(binding.board.w > 0 && front
      ? [['Boards', `${writeSize(front)} · ${writeMetricSize(front)}`] satisfies Fact]
      : []),
    ['Spine', both(spine)],
    ...(pages > 0 ? [['Pages', `${pages}${paper}`] satisfies Fact] : []),
    [binding.edgeIs === 'bleed' ? 'Bleed' : 'Wrap', `${both(binding.edge)}, on every side`],
    ['Read', spec.direction === 'rtl' ? 'right to left' : 'left to right'],
    ['Source', binding.source.replace('https://', '')],
  ];
}

function screenFacts(sheet: Sheet): Fact[] {
  if (sheet.judged.kind !== 'screen') return [];
  const { name, source, least, most, bytes } = sheet.judged.screen;
  return [
    ['For', name],
    ['Size', writePixels(pixelSize(sheet))],
    ['At least', writePixels(least)],
    ['At most', writePixels(most)],
    ...(bytes ? [['File', `at most ${bytes / 1e6} MB`] satisfies Fact] : []),
    ['Drawn', `at ${SCREEN_DPI} pixels an inch`],
    ['Source', source.replace('https://', '')],
  ];
}

const words = (text: string, x: number, y: number, size: number): Words => ({
  ...{ kind: 'text', role: 'label', anchor: 'start', turn: 0 },
  ...{ text, x, y, size },
});

/** Type that fits a panel. */
const sizeIn = ({ w, h }: Box): number => Math.min(LARGEST, w / WIDE, h / LEADING / HIGH);

/** A panel's name, and below it names and values in two columns. */
function numbers(panel: Box, name: string, facts: readonly Fact[]): Shape[] {
  const size = sizeIn(panel);
  const { x, first } = heading(panel, size);
  const lines = facts.flatMap(([term, value]) =>
    broken(value, (panel.w - 2 * size - VALUES * size) / size).map(
      (text, at) => [at === 0 ? term : '', text] as const,
    ),
  );
  return [
    words(name, x, panel.y + NAME * size, NAME * size),
    ...lines.flatMap(([term, value], at) => {
      const y = first + at * LEADING * size;
      return [...(term ? [words(term, x, y, size)] : []), words(value, x + VALUES * size, y, size)];
    }),
  ];
}

/** A panel's name, and below it a sample of each kind of line with what it means. */
function key(panel: Box, name: string, legend: readonly LegendEntry[]): Shape[] {
  const size = sizeIn(panel);
  const { x, first } = heading(panel, size);
  const shapes: Shape[] = [words(name, x, panel.y + NAME * size, NAME * size)];
  let y = first;
  const say = (sentence: string) => {
    for (const line of broken(sentence, (panel.w - 2 * size - SENTENCES * size) / size)) {
      shapes.push(words(line, x + SENTENCES * size, y, size));
      y += LEADING * size;
    }
  };
  for (const { role, sentence } of legend) {
    shapes.push({ kind: 'rect', role, box: { x, y: y - 0.85 * size, w: 1.4 * size, h: size } });
    say(sentence);
  }
  y += (LEADING / 2) * size;
  say('Work in the layer Artwork. Hide the others, or delete them, before you export.');
  return shapes;
}

const heading = ({ x, y }: Box, size: number) => ({
  x: x + size,
  first: y + (NAME + 2 * LEADING) * size,
});

/** Lines of at most so many ems, broken at spaces, and in addresses behind a stroke. */
function broken(text: string, ems: number): string[] {
  const most = Math.max(8, Math.floor(ems / LETTER));
  const lines: string[] = [];
  for (const part of text.match(/[^ /]+[ /]?/g) ?? []) {
    const line = lines.at(-1);
    if (line !== undefined && (line + part).trimEnd().length <= most) lines[lines.length - 1] = line + part;
    else lines.push(part);
  }
  return lines.map((line) => line.trimEnd());
}

/** Along the spine where it is wide enough for type, else above it, beside the folds, in what is cut off or folded in. */
function spineName(spine: Box, edge: number): Words {
  const middle = spine.x + spine.w / 2;
  const text = `Spine ${writeInches(spine.w)}`;
  const size = Math.min(LARGEST, spine.w / 2);
  const along = words(text, middle - size * 0.36, spine.y + spine.h / 2, size);
  const small = Math.min(LARGEST, edge * 0.6);
  if (size >= LEGIBLE) return { ...along, anchor: 'middle', turn: 90 };
  return words(text, spine.x + spine.w + small, edge - (edge - small * 0.73) / 2, small);
}

function inMiddle(text: string, { x, y, w, h }: Box): Words {
  const size = Math.min(LARGEST, h / 3);
  return { ...words(text, x + w / 2, y + h / 2 + size * 0.36, size), anchor: 'middle' };
}
