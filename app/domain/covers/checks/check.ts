/** What a check of preflight is made of: what it is asked of, and what it says. */
import type { Geometry } from '../geometry.ts';
import type { Measured, MeasuredImage, MeasuredPdf, Patches } from '../measured.ts';
import { MM_PER_INCH, type Screen, type Size } from '../printers/index.ts';
import type { Format } from '../rules.ts';
import type { BoundSpec, CoverSpec } from '../spec.ts';

export type Level = 'fail' | 'warn' | 'pass';

/** One judgement, in sentences that an art director reads. */
export type Finding = {
  check: string;
  /** Fails cannot be printed or sold so; warnings can, and somebody should look. */
  level: Level;
  what: string;
  /** Why it matters, and how to mend it; both empty when it passes. */
  why: string;
  mend: string;
  measured: string;
  wanted: string;
};

/** What is judged, and against what. */
export type Job = {
  file: Measured;
  patches: Patches | null;
  cover: CoverSpec;
  /** The flat sheet of a bound cover; null when its size is not known. */
  sheet: { bound: BoundSpec; geometry: Geometry } | null;
  screen: Screen | null;
  /** Pixels per inch that are asked for. */
  dpi: number;
  /** Whether somebody promised words on the spine. */
  spineText: boolean;
  /** What the cover was to be when the file came; null when that is not asked. */
  before: CoverSpec | null;
};

export type Judgement = Omit<Finding, 'check'>;
export type Check = {
  id: string;
  covers: 'print' | 'screen' | 'any';
  files: 'image' | 'pdf' | 'any';
  /** Null when there is nothing to say: it does not apply, or what it needs is not known. */
  judge: (job: Job) => Judgement | null;
};

export const isPrint = (format: Format): boolean =>
  format === 'paperback_wrap' || format === 'hardcover_case';
export const isScreen = (format: Format): boolean =>
  format === 'ebook_front' || format === 'audiobook_square';

/** A check of pictures. */
export const ofImage = (
  id: string,
  covers: Check['covers'],
  judge: (file: MeasuredImage, job: Job) => Judgement | null,
): Check => ({ id, covers, files: 'image', judge: (job) => (job.file.kind === 'image' ? judge(job.file, job) : null) }); // prettier-ignore

/** A check of what is inside a PDF. */
export const ofPdf = (
  id: string,
  covers: Check['covers'],
  judge: (content: NonNullable<MeasuredPdf['content']>, job: Job) => Judgement | null,
): Check => ({
  ...{ id, covers, files: 'pdf' },
  judge: (job) => (job.file.kind === 'pdf' && job.file.content ? judge(job.file.content, job) : null),
});

type Trouble = { what: string; why: string; mend: string; measured: string; wanted: string };
export const fail = (trouble: Trouble): Judgement => ({ level: 'fail', ...trouble });
export const warn = (trouble: Trouble): Judgement => ({ level: 'warn', ...trouble });
export const pass = (what: string, measured: string, wanted = measured): Judgement => ({
  ...{ level: 'pass', what, why: '', mend: '', measured, wanted },
});

/** More than a limit, by more than arithmetic leaves behind. */
export const over = (value: number, limit: number): boolean => value > limit + 1e-9;

const count = new Intl.NumberFormat('en');
/** Halves go up, also those that arithmetic has left a hair below. */
const round = (value: number, digits: number) =>
  String(Math.round(value * 10 ** digits + 1e-6) / 10 ** digits);
export const inches = (value: number): string =>
  `${round(value, 3)} in (${round(value * MM_PER_INCH, 1)} mm)`;
export const area = ({ w, h }: Size): string =>
  `${round(w, 3)} × ${round(h, 3)} in (${round(w * MM_PER_INCH, 1)} × ${round(h * MM_PER_INCH, 1)} mm)`;
export const pixelArea = (width: number, height: number): string =>
  `${count.format(width)} × ${count.format(height)} px`;
export const ppi = (value: number): string => `${count.format(Math.round(value))} pixels per inch`;
export const megabytes = (bytes: number): string => `${round(bytes / 1e6, 1)} MB`;
/** "left", "left and right", "top, right and left". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
