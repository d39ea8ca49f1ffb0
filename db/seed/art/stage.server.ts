import type { Genre, Style } from '#app/domain/covers/rules.ts';
import type { Chance } from './random.server.ts';
import type { Palette } from './palettes.server.ts';

export type CoverDraft = {
  seed: string;
  title: string;
  subtitle?: string;
  author: string;
  genre: Genre;
  style: Style;
  shape: 'portrait' | 'square';
};

/** Where a piece of type stands, after rotation; the test holds these against the edges of the canvas. */
export type Box = { x1: number; y1: number; x2: number; y2: number; text: string };

/** The sheet being drawn on: its measures, its colours, its chance, and what has been drawn so far. */
export type Stage = {
  W: number;
  H: number;
  /** the margin no type crosses: 7 % of the width */
  m: number;
  /** a hundredth of a portrait-sized width, so that strokes weigh the same on both shapes */
  u: number;
  tall: boolean;
  draft: CoverDraft;
  chance: Chance;
  pal: Palette;
  body: string[];
  defs: string[];
  boxes: Box[];
};

export function add(stage: Stage, ...parts: string[]): void {
  stage.body.push(...parts);
}

/** Puts something in <defs> and returns its id. */
export function define(stage: Stage, make: (id: string) => string): string {
  const id = `d${stage.defs.length}`;
  stage.defs.push(make(id));
  return id;
}

type Stop = readonly [at: number, colour: string, opacity?: number];
const stopsOf = (stops: readonly Stop[]): string =>
  stops
    .map(
      ([at, c, o]) =>
        `<stop offset="${at}" stop-color="${c}"${o === undefined ? '' : ` stop-opacity="${o}"`}/>`,
    )
    .join('');

/** A gradient along a direction given in fractions of the painted shape; returns a fill value. */
export function linear(stage: Stage, stops: readonly Stop[], [x1, y1, x2, y2] = [0, 0, 0, 1]): string {
  const id = define(
    stage,
    (id) =>
      `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopsOf(stops)}</linearGradient>`,
  );
  return `url(#${id})`;
}

export function radial(stage: Stage, stops: readonly Stop[], [cx, cy, r] = [0.5, 0.5, 0.5]): string {
  const id = define(
    stage,
    (id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopsOf(stops)}</radialGradient>`,
  );
  return `url(#${id})`;
}

/** Clips `body` to a path. */
export function clipped(stage: Stage, d: string, body: string): string {
  const id = define(stage, (id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`);
  return `<g clip-path="url(#${id})">${body}</g>`;
}

/** Puts drawing under everything but the ground, for pictures whose place depends on where the type ended up. */
export function behind(stage: Stage, ...parts: string[]): void {
  stage.body.splice(1, 0, ...parts);
}
