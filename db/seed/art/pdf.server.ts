/** A PDF of one page that is one picture, to its edges. */

type Size = { w: number; h: number };
const POINTS = 72;

/** `jpeg` is `pixels` large, in RGB, and fills a page of `inches`. */
export function pdfOf(jpeg: Buffer, pixels: Size, inches: Size): Buffer {
  const [w, h] = [inches.w, inches.h].map((side) => (side * POINTS).toFixed(3));
  const content = `q ${w} 0 0 ${h} 0 0 cm /P Do Q`;
  const image = `/Width ${pixels.w} /Height ${pixels.h} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
  const objects = [
    [Buffer.from('<< /Type /Catalog /Pages 2 0 R >>')],
    [Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')],
    [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Resources << /XObject << /P 4 0 R >> >> /Contents 5 0 R >>`,
      ),
    ],
    stream(`/Type /XObject /Subtype /Image ${image}`, jpeg),
    stream('', Buffer.from(content)),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const starts = objects.map((object, at) => {
    const start = sizeOf(parts);
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), ...object, Buffer.from('\nendobj\n'));
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${starts.join('')}`;
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${sizeOf(parts)}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + trailer)]);
}

const sizeOf = (parts: readonly Buffer[]) => parts.reduce((sum, { length }) => sum + length, 0);
const stream = (entries: string, bytes: Buffer): Buffer[] => [
  Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`),
  bytes,
  Buffer.from('\nendstream'),
];
