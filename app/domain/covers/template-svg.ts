/**
 * A template as SVG at true size, for Inkscape, Illustrator, Affinity and Figma: an empty layer for the artwork, and
 * the guides above it, each a layer of its own that can be hidden. Print is drawn in points, screens in their pixels,
 * so that numbers read in the program are the ones that are meant.
 */
import { points, type Box } from './geometry.ts';
import { guidesOf, INKS, type GuideRole, type Layer, type Shape, type Words } from './guides.ts';
import { SCREEN_DPI, templateName, type Sheet } from './sheet.ts';
import { bareInches } from './written.ts';

/** How the words of a template become markup: as text, or as outlines where there is no typeface. */
export type SetWords = (words: Words, scale: number) => string;
export type SvgOptions = { words?: SetWords; width?: string; height?: string };

const FACE = "'DejaVu Sans Condensed', 'Arial Narrow', Arial, Helvetica, sans-serif";

/** The document. Other sizes than the true one, and outlines instead of text, are for painting it. */
export function templateSvg(sheet: Sheet, { words = asText, ...size }: SvgOptions = {}): string {
  const { width, height, layers } = guidesOf(sheet);
  const isScreen = sheet.geometry.unit === 'px';
  const scale = isScreen ? SCREEN_DPI : points(1);
  const length = (inches: number) => (isScreen ? `${n(inches * scale)}px` : `${bareInches(inches)}in`);
  const groups = layers.map((layer) =>
    group(layer, layer.shapes.map((shape) => drawn(shape, scale, words)).join('\n')),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="${size.width ?? length(width)}" height="${size.height ?? length(height)}" viewBox="0 0 ${n(width * scale)} ${n(height * scale)}">
<title>${escaped(templateName(sheet))}</title>
${group({ name: 'Artwork', legend: 'Your picture goes here.' }, '')}
${groups.join('\n')}
</svg>
`;
}

/** Illustrator takes a layer's name from its id, with `_x20_` for a space. */
const group = ({ name, legend }: Pick<Layer, 'name' | 'legend'>, body: string): string =>
  `<g id="${name.replaceAll(' ', '_x20_')}" inkscape:groupmode="layer" inkscape:label="${name}">` +
  `${legend && `<desc>${escaped(legend)}</desc>`}${body && `\n${body}\n`}</g>`;

function drawn(shape: Shape, scale: number, words: SetWords): string {
  if (shape.kind === 'text') return words(shape, scale);
  const ink = paint(shape.role, scale);
  if (shape.kind === 'line') {
    const { from, to } = shape;
    return `<path d="M${n(from.x * scale)} ${n(from.y * scale)}L${n(to.x * scale)} ${n(to.y * scale)}" ${ink}/>`;
  }
  if (shape.kind === 'ring')
    return `<path fill-rule="evenodd" d="${outline(shape.box, scale)}${outline(shape.hole, scale)}" ${ink}/>`;
  const { x, y, w, h } = shape.box;
  return `<rect x="${n(x * scale)}" y="${n(y * scale)}" width="${n(w * scale)}" height="${n(h * scale)}" ${ink}/>`;
}

const outline = ({ x, y, w, h }: Box, scale: number) =>
  `M${n(x * scale)} ${n(y * scale)}h${n(w * scale)}v${n(h * scale)}h${n(-w * scale)}z`;

function paint(role: GuideRole, scale: number): string {
  const { line, width, dash, fill, opacity } = INKS[role];
  return [
    fill ? `fill="${fill}" fill-opacity="${opacity ?? 1}"` : 'fill="none"',
    ...(line ? [`stroke="${line}" stroke-width="${n(width * scale)}"`] : []),
    ...(dash ? [`stroke-dasharray="${dash.map((length) => n(length * scale)).join(' ')}"`] : []),
  ].join(' ');
}

function asText({ text, x, y, size, anchor, turn }: Words, scale: number): string {
  const at = `${n(x * scale)} ${n(y * scale)}`;
  return (
    `<text transform="translate(${at})${turn ? ` rotate(${turn})` : ''}" font-family="${FACE}"` +
    ` font-size="${n(size * scale)}"${anchor === 'middle' ? ' text-anchor="middle"' : ''} fill="${INKS.label.fill}">` +
    `${escaped(text)}</text>`
  );
}

/** Ten-thousandths: finer than any press, and no drift over a sheet. */
const n = (value: number): string => String(Math.round(value * 10_000) / 10_000);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
