/** The colours of a motif: `main` its body, `shade` the side away from the light, `light` what glows or shines,
 * `accent` a second material, `hole` what shows through, normally the ground behind it. */
export type Tint = { main: string; shade: string; light: string; accent: string; hole: string };
/** A motif is drawn inside a circle of radius 100 around the origin. */
export type Motif = (t: Tint) => string;
