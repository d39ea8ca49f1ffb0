/**
 * The door of imaging for files that are made to be printed: PDFs besides pictures, larger than what is shown, and what is to be seen in
 * certain parts of them. It is for the worker and for commands; the web process takes pictures by `image.server.ts`.
 */
import { measure, readHead, type ImageFacts } from './measure.server.ts';
import { measurePdf, type PdfFacts } from './pdf.server.ts';
import { acceptFile, PRINT_LIMITS, refuse } from './refusal.ts';

export { asPng, inspect, lookAt, patchesOf, type Patch, type Region } from './inspect.server.ts';
export { renderPdf, type PdfContent, type PdfFacts, type PdfImage } from './pdf.server.ts';
export { PRINT_LIMITS, RefusedImage, type FileLimits } from './refusal.ts';
export type { Picture } from './decode.server.ts';

export type FileFacts = ({ kind: 'image' } & ImageFacts) | ({ kind: 'pdf' } & PdfFacts);

/** Reads what a file is, whatever it is called. Throws RefusedImage for what is no picture and no PDF, and past the limits. */
export async function measureFile(file: string, limits = PRINT_LIMITS): Promise<FileFacts> {
  const { head, bytes } = await readHead(file);
  if (acceptFile(head).format !== 'pdf') return { kind: 'image', ...(await measure(file, limits)) };
  if (bytes > limits.bytes) throw refuse.tooLarge(limits.bytes);
  const version = /^%PDF-(\d\.\d)/.exec(Buffer.from(head.subarray(0, 16)).toString('latin1'))?.[1] ?? null;
  return { kind: 'pdf', version, bytes, ...(await measurePdf(file, bytes)) };
}
