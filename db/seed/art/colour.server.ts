/** Colours as #rrggbb: mixing, and the WCAG contrast that decides which ink may stand on which ground. */
type Rgb = [number, number, number];

function rgb(hex: string): Rgb {
  const v = Number.parseInt(hex.slice(1), 16);
  return [(v >> 16) & 255, (v >> 8) & 255, v & 255];
}

function hexOf(parts: Rgb): string {
  return `#${parts
    .map((p) =>
      Math.round(Math.max(0, Math.min(255, p)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** `amount` 0 gives a, 1 gives b. */
export function mix(a: string, b: string, amount: number): string {
  const [ar, ag, ab] = rgb(a);
  const [br, bg, bb] = rgb(b);
  return hexOf([ar + (br - ar) * amount, ag + (bg - ag) * amount, ab + (bb - ab) * amount]);
}

export const darken = (colour: string, amount: number): string => mix(colour, '#0b0a12', amount);
export const lighten = (colour: string, amount: number): string => mix(colour, '#fffaf0', amount);

/** Relative luminance, WCAG 2.2. */
export function luminance(hex: string): number {
  const [r, g, b] = rgb(hex).map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: string, b: string): number {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (hi + 0.05) / (lo + 0.05);
}

/** The first candidate that reads on `ground`; if none does, the one that reads best. */
export function readable(ground: string, candidates: readonly string[], least = 4.5): string {
  const good = candidates.find((c) => contrast(c, ground) >= least);
  if (good) return good;
  return [...candidates, '#14110f', '#fffaf0'].sort((a, b) => contrast(b, ground) - contrast(a, ground))[0]!;
}
