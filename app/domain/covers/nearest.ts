/** What would do instead of what a printer refuses: the nearest thing it takes. */
import type { AskProblem } from './ask.ts';
import { parseTrim } from './lengths.ts';
import { sizeName } from './measures.ts';
import { PAPERS, printerTable, type Paper, type Printer, type Range, type Size } from './printers/index.ts';
import { evenPages, judgeSpec, type CoverSpec } from './spec.ts';

export type Instead = { label: string; spec: CoverSpec };
type Allowed = NonNullable<AskProblem['allowed']>;

/** For each refusal the nearest spec that the printer takes, where one change is enough. */
export const insteadOf = (spec: CoverSpec, problems: readonly AskProblem[]): Instead[] =>
  problems.flatMap(({ field, allowed, missing }) => {
    const near = allowed && !missing ? change(spec, field, allowed) : null;
    return near && judgeSpec(near.spec).ok ? near : [];
  });

function change(spec: CoverSpec, field: AskProblem['field'], allowed: Allowed): Instead | null {
  if (field === 'pages' && spec.pages !== null && 'min' in allowed) {
    const pages = clamp(evenPages(spec.pages), allowed);
    return { label: `Take ${pages} pages`, spec: { ...spec, pages } };
  }
  if (field === 'spine' && spec.spine !== null && 'min' in allowed) {
    const spine = clamp(spec.spine, allowed);
    return { label: `Take a spine of ${spine} in`, spec: { ...spec, spine } };
  }
  if (field === 'trim' && spec.trim) {
    const trim = nearestSize(spec.trim, allowed);
    return trim && { label: `Take ${sizeName(trim)}`, spec: { ...spec, trim } };
  }
  if (!isList(allowed)) return null;
  const [first] = allowed;
  if (field === 'paper' && first) {
    const paper = first as Paper;
    return { label: `Take ${PAPERS[paper].toLowerCase()} paper`, spec: { ...spec, paper } };
  }
  if (field === 'printer' && first) {
    const printer = first as Printer;
    return { label: `Measure it for ${printerTable(printer).name}`, spec: { ...spec, printer } };
  }
  return null;
}

const isList = (allowed: Allowed): allowed is readonly string[] => Array.isArray(allowed);
const clamp = (value: number, { min, max }: Range) => Math.min(max, Math.max(min, value));

function nearestSize(size: Size, allowed: Allowed): Size | null {
  if ('w' in allowed) return { w: clamp(size.w, allowed.w), h: clamp(size.h, allowed.h) };
  if (!isList(allowed)) return null;
  const sizes = allowed.flatMap((text) => {
    const trim = parseTrim(text);
    return trim ? { w: trim.width, h: trim.height } : [];
  });
  const off = ({ w, h }: Size) => Math.hypot(w - size.w, h - size.h);
  return sizes.sort((a, b) => off(a) - off(b))[0] ?? null;
}
