/**
 * Which parts of a cover's picture preflight looks at, as fractions of its width and height, by name: the strips along
 * the edges and, just inside, their neighbours; the barcode's box; the rim of a front that may melt into a white page.
 */
import type { Box, Geometry } from './geometry.ts';
import type { BoundSpec, ScreenSpec } from './spec.ts';

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];
export type Regions = Readonly<Record<string, Box>>;

/** A strip along one side, from one depth to another, in fractions of the width and of the height. */
function strip(side: Side, from: { x: number; y: number }, to: { x: number; y: number }): Box {
  const [w, h] = [to.x - from.x, to.y - from.y];
  if (side === 'top') return { x: 0, y: from.y, w: 1, h };
  if (side === 'bottom') return { x: 0, y: 1 - to.y, w: 1, h };
  return { x: side === 'left' ? from.x : 1 - to.x, y: 0, w, h: 1 };
}

const around = (name: string, from: { x: number; y: number }, to: { x: number; y: number }): Regions =>
  Object.fromEntries(SIDES.map((side) => [`${name}.${side}`, strip(side, from, to)]));

/** Of the picture of a front: its outermost two pixels of 1600 × 2560, and what lies inside any border. */
export const FRONT_REGIONS: Regions = {
  ...around('rim', { x: 0, y: 0 }, { x: 2 / 1600, y: 2 / 2560 }),
  ...around('inside', { x: 12 / 1600, y: 12 / 2560 }, { x: 48 / 1600, y: 48 / 2560 }),
};

/** Bleed is an eighth of an inch; of a wrap, which is wider, the outermost eighth is looked at. */
const STRIP = 0.125;

/** What is looked at on a whole cover. */
export function regionsOf(spec: BoundSpec | ScreenSpec, { width, height, boxes }: Geometry): Regions {
  if (spec.kind === 'screen') return FRONT_REGIONS;
  const deep = Math.min(STRIP, spec.binding.edge);
  const at = (inches: number) => ({ x: inches / width, y: inches / height });
  // A tenth is left out on either side of the fold between strip and neighbour: there scaling mixes them.
  const { barcode } = boxes;
  return {
    ...around('edge', at(0), at(0.9 * deep)),
    ...around('beside', at(1.1 * deep), at(2 * deep)),
    ...(barcode && {
      barcode: {
        ...{ x: barcode.x / width, y: barcode.y / height },
        ...{ w: barcode.w / width, h: barcode.h / height },
      },
    }),
  };
}
