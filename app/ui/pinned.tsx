/** Numbered places on a picture: drawn over it, and put there by a click that a browser sends without any script. */
import type { Pin } from '#app/domain/deliveries/delivery.ts';
import type { PictureSheet } from '#app/domain/deliveries/sheet.ts';
import { Hidden } from './form.tsx';

type Size = { width: number; height: number };

/** A disc and a number for each, as large on every picture; white round black is seen on any. */
function Marks({ pins, width, height, part = 26 }: Size & { pins: readonly Pin[]; part?: number }) {
  const r = Math.max(width, height) / part / 2;
  return pins.map(({ id, number, x, y }) => (
    <g key={id} transform={`translate(${x * width} ${y * height})`}>
      <circle r={r} fill="#111" stroke="#fff" strokeWidth={r / 5} />
      <text fill="#fff" fontSize={r * 1.15} fontWeight="700" textAnchor="middle" dy="0.36em">
        {number}
      </text>
    </g>
  ));
}

type PinnedProps = { picture: PictureSheet; pins: readonly Pin[] };

/** A delivered picture with its pins. */
export function Pinned({ picture: { src, width, height, alt }, pins }: PinnedProps) {
  const numbers = pins.map(({ number }) => number).join(', ');
  return (
    <svg className="pinned" viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{`${alt}, with pins ${numbers}`}</title>
      <image href={`${src.prefix}/640.webp`} width={width} height={height} />
      <Marks {...{ pins, width, height }} />
    </svg>
  );
}

type PadProps = PinnedProps & {
  /** Which file it is, and its place among those of the form. */
  id: string;
  at: number;
  /** Pixels across as it is shown; a click is told in them, so it is shown so wide on every screen. */
  wide: number;
};

/** The picture as a button: where it is clicked, a pin is put. */
export function PinPad({ picture: { src, width, height, alt }, pins, id, at, wide }: PadProps) {
  const shown = { width: wide, height: Math.max(1, Math.round((wide * height) / width)) };
  const field = `pictures[${at}]`;
  return (
    <div className="pad">
      <Hidden name={`${field}.id`} value={id} />
      <Hidden name={`${field}.wide`} value={String(shown.width)} />
      <Hidden name={`${field}.high`} value={String(shown.height)} />
      <div>
        <label className="vh" htmlFor={`picture-${at}`}>
          {alt}. Put a pin on it
        </label>
        <input
          type="image"
          id={`picture-${at}`}
          name={field}
          src={`${src.prefix}/${wide > 640 ? 1280 : 640}`}
          alt={`${alt}. Put a pin on it`}
          {...shown}
        />
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <Marks {...{ pins, width, height }} part={Math.max(12, Math.max(shown.width, shown.height) / 26)} />
        </svg>
      </div>
    </div>
  );
}
