/** One cover as a sheet to work on: what was asked for, what was judged of it, and where everything lies. */
import { layOut, onScreen, pixels, type Geometry } from './geometry.ts';
import type { Size } from './printers/index.ts';
import type { BoundSpec, CoverSpec, ScreenSpec } from './spec.ts';

export type Asked = { spec: CoverSpec; judged: BoundSpec | ScreenSpec; dpi: number };
export type Sheet = Asked & { geometry: Geometry };

/** Pixels of a screen are drawn so many to an inch, so that a template is as large as a book. */
export const SCREEN_DPI = 300;

export const sheetOf = ({ spec, judged, dpi }: Asked): Sheet => ({
  ...{ spec, judged, dpi },
  geometry: judged.kind === 'bound' ? layOut(judged, spec.direction) : onScreen(judged),
});

/** The size in inches that a template is drawn at. */
export function drawnSize({ geometry: { unit, width, height } }: Sheet): Size {
  const per = unit === 'px' ? SCREEN_DPI : 1;
  return { w: width / per, h: height / per };
}

/** The size in pixels of a picture that fills the sheet. */
export function pixelSize({ geometry: { unit, width, height }, dpi }: Sheet): Size {
  if (unit === 'px') return { w: width, h: height };
  return { w: pixels(width, dpi), h: pixels(height, dpi) };
}

const KIND = {
  paperback_wrap: 'paperback',
  hardcover_case: 'hardcover',
  ebook_front: 'ebook',
  audiobook_square: 'audiobook',
  custom: 'cover',
} as const;

/** A name to keep a template under: `kdp-paperback-6x9in-white-200pp-ltr-300dpi`. */
export function templateName(sheet: Sheet): string {
  const { spec, judged, dpi, geometry } = sheet;
  const head = [spec.printer, KIND[spec.format]];
  if (judged.kind === 'screen') return [...head, `${geometry.width}x${geometry.height}px`].join('-');
  const { trim, binding, pages, spine } = judged;
  return [
    ...head,
    `${short(trim.w)}x${short(trim.h)}in`,
    ...(binding.papers.length > 0 && spec.paper ? [spec.paper.replace('_', '-')] : []),
    ...(pages > 0 ? [`${pages}pp`] : []),
    ...(binding.spine ? [] : [`spine-${short(spine)}in`]),
    spec.direction,
    `${dpi}dpi`,
  ].join('-');
}

const short = (inches: number): string => String(Number(inches.toFixed(3)));
