/**
 * A cover's measurements as data, and the ones that are refused: what programs are told. Lengths to four decimals,
 * which is finer than any press cuts.
 */
import type { AskProblem } from './ask.ts';
import { layOut, onScreen, pixels, type Box, type Geometry } from './geometry.ts';
import { limitsAt, type BoundSpec, type CoverSpec, type ScreenSpec } from './spec.ts';

type Asked = { spec: CoverSpec; judged: BoundSpec | ScreenSpec; dpi: number };

const round = (value: number): number => Number(value.toFixed(4));
const roundBox = ({ x, y, w, h }: Box): Box => ({ x: round(x), y: round(y), w: round(w), h: round(h) });

/** What `GET /api/v1/cover-specs` answers. */
export function coverAnswer({ spec, judged, dpi }: Asked) {
  const { printer, format } = spec;
  return judged.kind === 'bound'
    ? { printer, format, ...boundAnswer(spec, judged, dpi) }
    : { printer, format, ...screenAnswer(judged) };
}

const measured = ({ unit, width, height, spine, spineText, boxes }: Geometry) => ({
  ...{ unit, spine: round(spine), width: round(width), height: round(height), spineText },
  boxes: Object.fromEntries(Object.entries(boxes).map(([name, box]) => [name, roundBox(box)])),
});

function boundAnswer(spec: CoverSpec, judged: BoundSpec, dpi: number) {
  const { binding, trim, limits } = judged;
  const geometry = layOut(judged, spec.direction);
  const { width, height } = geometry;
  return {
    trim: { w: round(trim.w), h: round(trim.h) },
    paper: spec.paper,
    // As it is computed with: an odd count has been rounded up.
    pages: spec.pages === null ? null : judged.pages,
    direction: spec.direction,
    ...measured(geometry),
    px: { dpi, width: pixels(width, dpi), height: pixels(height, dpi) },
    limits: { pages: limits, papers: limitsAt(binding, trim)?.papers ?? [] },
    source: sourceOf(binding),
  };
}

function screenAnswer(judged: ScreenSpec) {
  const { least, most, ratio, bytes } = judged.screen;
  const geometry = onScreen(judged);
  return {
    ...measured(geometry),
    px: { width: geometry.width, height: geometry.height },
    limits: { least, most, ratio, bytes: bytes ?? null },
    source: sourceOf(judged.screen),
  };
}

/** Where the numbers come from: an address, or only words. */
export function sourceOf({ name, source }: { name: string; source: string }): {
  name: string;
  url: string | null;
} {
  return URL.canParse(source) ? { name, url: source } : { name: source, url: null };
}

/** What is wrong with an address, as RFC 9457 puts it. */
export const askRefusal = (problems: readonly AskProblem[]) => ({
  type: 'about:blank',
  title: 'This cover cannot be measured',
  status: 422,
  detail: problems.map(({ reason }) => reason).join(' '),
  errors: problems.map(({ field, reason, allowed }) => ({ field, reason, allowed: allowed ?? null })),
});
