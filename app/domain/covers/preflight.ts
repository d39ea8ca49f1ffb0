/**
 * Judges a file against the cover it was made for: facts in, findings out. Each check is one entry of `CHECKS`, which
 * says what covers and files it is asked of; to add one is to add an entry. Nothing here opens a file.
 */
import { COLOUR_CHECKS } from './checks/colour.ts';
import { isPrint, isScreen, type Check, type Finding, type Job, type Level } from './checks/check.ts';
import { LOOK_CHECKS } from './checks/looks.ts';
import { PDF_CHECKS } from './checks/pdf.ts';
import { PROMISE_CHECKS } from './checks/promises.ts';
import { PIXEL_CHECKS } from './checks/resolution.ts';
import { SIZE_CHECKS } from './checks/size.ts';
import { layOut, onScreen } from './geometry.ts';
import type { Measured, Patches } from './measured.ts';
import { regionsOf, type Regions } from './regions.ts';
import type { Format } from './rules.ts';
import { judgeSpec, type CoverSpec, type Judged } from './spec.ts';

export type { Finding, Level };

/** In the order they are told. */
export const CHECKS: readonly Check[] = [
  ...PROMISE_CHECKS,
  ...PDF_CHECKS,
  ...SIZE_CHECKS,
  ...PIXEL_CHECKS,
  ...COLOUR_CHECKS,
  ...LOOK_CHECKS,
];

export type PreflightOptions = {
  /** Pixels per inch that are asked for; 300 unless told. */
  dpi?: number;
  /** Whether somebody promised words on the spine. */
  spineText?: boolean;
  /** What the cover was to be when the file came. */
  before?: CoverSpec;
};

/**
 * Every finding about a file for a cover. `patches` are what was measured in the parts that `regionsFor` names; null when the
 * picture could not be looked at, which leaves those checks out. A cover whose numbers do not go together is a
 * finding too, and leaves out what needs its size.
 */
export function preflight(
  file: Measured,
  patches: Patches | null,
  cover: CoverSpec,
  { dpi = 300, spineText = false, before }: PreflightOptions = {},
): Finding[] {
  const judged = judgeSpec(cover);
  const job = jobOf(file, patches, cover, judged, { dpi, spineText, before: before ?? null });
  return [...unjudged(judged), ...findingsOf(job)];
}

/** What can be said of a file when only its format is known: no size to hold it against. */
export function hints(file: Measured, patches: Patches | null, format: Format): Finding[] {
  const printer = format === 'audiobook_square' ? 'acx' : 'kdp';
  const unknown = { trim: null, paper: null, pages: null, spine: null, direction: 'ltr' } as const;
  const cover: CoverSpec = { format, printer, ...unknown };
  return findingsOf(jobOf(file, patches, cover, judgeSpec(cover), { dpi: 300, spineText: false, before: null })); // prettier-ignore
}

/** The parts of a cover's picture to look at before it is judged; none when its size is not known. */
export function regionsFor(cover: CoverSpec): Regions {
  const judged = judgeSpec(cover);
  if (!judged.ok) return {};
  const { spec } = judged;
  return regionsOf(spec, spec.kind === 'bound' ? layOut(spec, cover.direction) : onScreen(spec));
}

export type Outcome = { level: Level; fails: number; warns: number };

/** All findings as one: it fails when anything does. */
export function verdictOf(findings: readonly Finding[]): Outcome {
  const of = (level: Level) => findings.filter((finding) => finding.level === level).length;
  const [fails, warns] = [of('fail'), of('warn')];
  return { level: fails > 0 ? 'fail' : warns > 0 ? 'warn' : 'pass', fails, warns };
}

function jobOf(
  file: Measured,
  patches: Patches | null,
  cover: CoverSpec,
  judged: Judged,
  rest: Pick<Job, 'dpi' | 'spineText' | 'before'>,
): Job {
  const spec = judged.ok ? judged.spec : null;
  const sheet = spec?.kind === 'bound' ? { bound: spec, geometry: layOut(spec, cover.direction) } : null;
  return { file, patches, cover, sheet, screen: spec?.kind === 'screen' ? spec.screen : null, ...rest };
}

function findingsOf(job: Job): Finding[] {
  const { format } = job.cover;
  return CHECKS.filter(
    ({ covers, files }) =>
      (covers === 'any' || (covers === 'print' ? isPrint : isScreen)(format)) &&
      (files === 'any' || files === job.file.kind),
  ).flatMap(({ id, judge }) => {
    const judgement = judge(job);
    return judgement ? [{ check: id, ...judgement }] : [];
  });
}

/** A cover that cannot be computed cannot be checked, and its file is not to blame. */
function unjudged(judged: Judged): Finding[] {
  if (judged.ok) return [];
  return [
    {
      ...{ check: 'spec', level: 'warn', what: 'The brief does not say how large this cover must be' },
      why: 'Size, bleed and resolution could not be checked.',
      mend: judged.problems.map(({ reason }) => reason).join(' '),
      ...{ measured: 'Not checked', wanted: 'A format whose numbers go together' },
    },
  ];
}
