import sharp from 'sharp';

/**
 * Paints an SVG of our own making as a PNG, `width` pixels wide. For the sample catalogue's drawn covers only:
 * an SVG somebody uploads is refused long before, because it can hold scripts and fetch other files.
 */
export const paint = (svg: string, width: number): Promise<Buffer> =>
  sharp(Buffer.from(svg)).resize({ width }).png({ compressionLevel: 1 }).toBuffer();
