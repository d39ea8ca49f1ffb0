import { outline } from '#app/imaging/drawing.server.ts';
import { n } from './draw.server.ts';
import { face, kerning, opticalKerning, sortOf, UNKERNED } from './fonts.server.ts';
import type { Face, FaceName, Sort } from './fonts.server.ts';
import type { Box, Stage } from './stage.server.ts';

export type Piece = { sort: Sort; x: number; char: string };
/** One line of type at one em: its letters and the reach of its ink (top and bottom from the baseline, up positive). */
export type Run = { text: string; pieces: Piece[]; left: number; right: number; top: number; bottom: number };
/** Lines of one size, broken and measured. `height` goes from the top of the ink to its foot. */
export type Block = { face: Face; size: number; runs: Run[]; step: number; width: number; height: number };

export type Fit = {
  face: FaceName;
  width: number;
  height: number;
  caps?: boolean;
  /** in ems */
  tracking?: number;
  /** the most lines allowed */
  lines?: number;
  /** the largest size allowed */
  max?: number;
  /** baseline to baseline, in cap heights when `caps`, else in ems */
  leading?: number;
};

const runs = new Map<string, Run>();

/** Sets one line at one em, kerned and tracked. */
export function run(text: string, name: FaceName, tracking = 0): Run {
  const key = `${name}|${tracking}|${text}`;
  const known = runs.get(key);
  if (known) return known;
  const wanted = face(name);
  const made: Run = { text, pieces: [], left: Infinity, right: -Infinity, top: -Infinity, bottom: Infinity };
  let x = 0;
  let before: Piece | undefined;
  for (const char of text) {
    const sort = sortOf(wanted, char);
    if (before) {
      const pair = kerning(before.sort, sort, `${name}${before.char}${char}`);
      // small letters are fitted to each other by their makers; only capitals and marks leave holes
      const hole = UNKERNED.includes(name) && !/\p{Ll}\p{Ll}/u.test(before.char + char);
      x += pair || (hole ? opticalKerning(before.sort, sort) : 0);
    }
    const em = sort.font.unitsPerEm;
    const box = sort.glyph.getBoundingBox();
    if (box.x2 > box.x1) {
      made.left = Math.min(made.left, x + box.x1 / em);
      made.right = Math.max(made.right, x + box.x2 / em);
      made.top = Math.max(made.top, box.y2 / em);
      made.bottom = Math.min(made.bottom, box.y1 / em);
    }
    before = { sort, x, char };
    made.pieces.push(before);
    x += (sort.glyph.advanceWidth ?? 0) / em + tracking;
  }
  if (made.right === -Infinity) Object.assign(made, { left: 0, right: 0.01, top: wanted.cap, bottom: 0 });
  if (runs.size > 4000) runs.clear();
  runs.set(key, made);
  return made;
}

/** Words so long that no measure holds them are cut, with a hyphen, as a compositor would have to. */
function wordsOf(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((word) => {
      if (word.length <= 18) return [word];
      const pieces = word.match(/.{1,12}/gu) ?? [word];
      return pieces.map((p, i) => (i < pieces.length - 1 && !p.endsWith('-') ? `${p}-` : p));
    });
}

const CLINGING = new Set([
  'a',
  'an',
  'the',
  'of',
  'and',
  'in',
  'on',
  'to',
  'for',
  'at',
  'by',
  'with',
  'from',
  'my',
  'is',
  '&',
  'or',
]);

/** Breaks words into exactly `count` lines of the most even width; a line that ends on a small word counts as wider. */
function balance(words: string[], count: number, name: FaceName, tracking: number): string[] {
  const widths = words.map((w) => run(w, name, tracking).right);
  const space = run('n n', name, tracking).right - run('nn', name, tracking).right;
  const cost = (i: number, j: number): number => {
    let w = 0;
    for (let k = i; k < j; k++) w += widths[k]! + (k > i ? space : 0);
    const last = words[j - 1]!;
    if (j < words.length && CLINGING.has(last.toLowerCase())) w *= 1.12;
    else if (/[:—–,]$/.test(last)) w *= 0.94;
    return w;
  };
  // best[c][j]: the smallest possible widest line for the first j words on c lines
  const best = [words.map(() => Infinity).concat(Infinity)];
  best[0]![0] = 0;
  const cuts: number[][] = [[]];
  for (let c = 1; c <= count; c++) {
    best.push(new Array<number>(words.length + 1).fill(Infinity));
    cuts.push([]);
    for (let j = c; j <= words.length; j++) {
      for (let i = c - 1; i < j; i++) {
        const value = Math.max(best[c - 1]![i]!, cost(i, j));
        if (value < best[c]![j]!) [best[c]![j], cuts[c]![j]] = [value, i];
      }
    }
  }
  const lines: string[] = [];
  for (let c = count, j = words.length; c > 0; c--) {
    const i = cuts[c]![j]!;
    lines.unshift(words.slice(i, j).join(' '));
    j = i;
  }
  return lines;
}

/** The most even break of a text over `count` lines. */
export function balanced(text: string, count: number, o: Pick<Fit, 'face' | 'caps' | 'tracking'>): string[] {
  const words = wordsOf(o.caps ? text.toLocaleUpperCase('en') : text);
  return balance(words, Math.min(count, words.length), o.face, o.tracking ?? 0);
}

/** Joins runs of type into a block at the largest size that stays inside width × height. */
export function blockOf(lines: string[], options: Fit): Block {
  const { face: name, tracking = 0, caps = false } = options;
  const set = lines.map((text) => run(text, name, tracking));
  const { cap } = face(name);
  let step = caps ? cap * (options.leading ?? 1.24) : (options.leading ?? 1.04);
  // an accent or a tall letter in a later line must not run into the line above
  for (let i = 1; i < set.length; i++)
    step = Math.max(step, set[i]!.top - Math.min(0, set[i - 1]!.bottom) * 0.8 + 0.03);
  const wide = Math.max(...set.map((r) => r.right - r.left));
  const high = set[0]!.top + (set.length - 1) * step - Math.min(0, set.at(-1)!.bottom);
  const size = Math.min(options.width / wide, options.height / high, options.max ?? Infinity);
  return { face: face(name), size, runs: set, step: step * size, width: wide * size, height: high * size };
}

/** Breaks and sizes a text for a measure: the break that lets it be set largest wins, fewer lines when it is close. */
export function fit(text: string, options: Fit): Block {
  const words = wordsOf(options.caps ? text.toLocaleUpperCase('en') : text);
  const most = Math.min(words.length, options.lines ?? 7);
  let chosen: Block | undefined;
  for (let count = 1; count <= most; count++) {
    const lines = balance(words, count, options.face, options.tracking ?? 0);
    const candidate = blockOf(lines, options);
    if (!chosen || candidate.size > chosen.size * 1.06) chosen = candidate;
  }
  return chosen!;
}

export type Placing = {
  x: number;
  y: number;
  align?: 'left' | 'center' | 'right';
  fill: string;
  turn?: number;
  more?: string;
};

/** Path data of one line with its baseline at (x, y). */
export function dRun(r: Run, size: number, x: number, y: number): string {
  return r.pieces.map((p) => dPiece(p, size, x + p.x * size, y)).join('');
}

export function dPiece(piece: Piece, size: number, x: number, y: number): string {
  const { font, glyph } = piece.sort;
  const scale = size / font.unitsPerEm;
  const at = (px: number, py: number): string => `${n(x + px * scale)} ${n(y - py * scale)}`;
  return outline(glyph.path.commands, at);
}

/** Draws a block with the top of its ink at y; x is its left, middle or right. Notes where the ink stands. */
export function place(stage: Stage, block: Block, at: Placing): string {
  const { size, step } = block;
  const d: string[] = [];
  block.runs.forEach((r, i) => {
    const wide = (r.right - r.left) * size;
    const shift = at.align === 'center' ? wide / 2 : at.align === 'right' ? wide : 0;
    const x = at.x - shift - r.left * size;
    const y = at.y + block.runs[0]!.top * size + i * step;
    d.push(dRun(r, size, x, y));
    note(
      stage,
      {
        x1: at.x - shift,
        x2: at.x - shift + wide,
        y1: y - r.top * size,
        y2: y - r.bottom * size,
        text: r.text,
      },
      at,
    );
  });
  const turn = at.turn ? ` transform="rotate(${n(at.turn)} ${n(at.x)} ${n(at.y)})"` : '';
  return `<path d="${d.join('')}" fill="${at.fill}"${turn}${at.more ? ` ${at.more}` : ''}/>`;
}

/** Records the box of some type, turned about the point it was placed at. */
export function note(
  stage: Stage,
  box: Box,
  { x, y, turn = 0 }: { x: number; y: number; turn?: number },
): void {
  const a = (turn * Math.PI) / 180;
  const corners = [
    [box.x1, box.y1],
    [box.x2, box.y1],
    [box.x1, box.y2],
    [box.x2, box.y2],
  ].map(([px, py]) => [
    x + (px! - x) * Math.cos(a) - (py! - y) * Math.sin(a),
    y + (px! - x) * Math.sin(a) + (py! - y) * Math.cos(a),
  ]);
  const xs = corners.map((c) => c[0]!);
  const ys = corners.map((c) => c[1]!);
  stage.boxes.push({
    x1: Math.min(...xs),
    x2: Math.max(...xs),
    y1: Math.min(...ys),
    y2: Math.max(...ys),
    text: box.text,
  });
}
