import type { Words } from '../domain/covers/guides.ts';
import { INKS } from '../domain/covers/guides.ts';
import { pixelSize, SCREEN_DPI, type Sheet } from '../domain/covers/sheet.ts';
import { templateSvg } from '../domain/covers/template-svg.ts';
import { paintSheet } from '../imaging/drawing.server.ts';
import { MAX_PIXELS } from '../imaging/refusal.ts';
import { outlinesOf, widthOf } from './typeface.server.ts';

/** A template as a transparent PNG, pixel for pixel as large as the picture has to be: the guides to lay over it. */
export function templatePng(sheet: Sheet): Promise<Buffer> {
  const { w, h } = pixelSize(sheet);
  const svg = templateSvg(sheet, { words: asOutlines, width: `${w}`, height: `${h}` });
  return paintSheet(svg, w * h, sheet.geometry.unit === 'px' ? SCREEN_DPI : sheet.dpi);
}

/** The most pixels an inch that a sheet can be painted at: no file larger than that would be taken either. */
export function mostDpi({ geometry }: Sheet): number {
  const { unit, width, height } = geometry;
  return unit === 'px' ? Infinity : Math.floor(Math.sqrt(MAX_PIXELS / (width * height)) - 1e-9);
}

function asOutlines({ text, x, y, size, anchor, turn }: Words, scale: number): string {
  const em = size * scale;
  const left = anchor === 'middle' ? (-widthOf(text) * em) / 2 : 0;
  const place = `translate(${x * scale} ${y * scale}) rotate(${turn}) translate(${left})`;
  return `<path transform="${place}" fill="${INKS.label.fill}" d="${outlinesOf(text, em)}"/>`;
}
