/** One PDF, looked at in a thread of its own, which whoever started it ends. See `pdf.server.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { readContent, type PdfContent } from './pdf-facts.server.ts';
import { openDocument, openPdfium, type Pdfium } from './pdfium.server.ts';

/** Measures the file, or draws its first page so many pixels wide. */
export type PdfTask = { file: string; draw: { width: number; tallest: number } | null };
export type PdfNews =
  | { is: 'broken' | 'locked' }
  /** Again, with more, when more is known. */
  | { is: 'measured'; encrypted: boolean; content: PdfContent }
  | { is: 'drawn'; pixels: Uint8Array; width: number; height: number };

const tell = (news: PdfNews, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(news, transfer);

const { file, draw } = workerData as PdfTask;
const pdfium = await openPdfium();
const opened = openDocument(pdfium, file);
if (opened.state !== 'open') tell({ is: opened.state });
else if (draw) drawPage(pdfium, opened.document, draw);
else {
  const encrypted = Boolean(pdfium.api.EPDF_IsEncrypted(opened.document));
  readContent(pdfium, opened.document, file, (content) => tell({ is: 'measured', encrypted, content }));
}

function drawPage(
  { api, memory }: Pdfium,
  document: number,
  { width, tallest }: NonNullable<PdfTask['draw']>,
): void {
  const page = api.FPDF_LoadPage(document, 0);
  const ratio = api.FPDF_GetPageHeightF(page) / api.FPDF_GetPageWidthF(page);
  const across = Math.max(1, Math.round(Math.min(width, (width * tallest) / ratio)));
  const down = Math.max(1, Math.round(across * ratio));
  const [bgrx, reversed, white] = [3, 0x10, 0xffffffff];
  const bitmap = api.FPDFBitmap_CreateEx(across, down, bgrx, 0, 0);
  api.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, white);
  api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, reversed);
  const [start, stride] = [api.FPDFBitmap_GetBuffer(bitmap), api.FPDFBitmap_GetStride(bitmap)];
  const heap = memory.HEAPU8;
  const pixels = new Uint8Array(across * down * 3);
  for (let y = 0, to = 0; y < down; y++)
    for (let x = 0, from = start + y * stride; x < across; x++, from += 4) {
      pixels[to++] = heap[from] ?? 0;
      pixels[to++] = heap[from + 1] ?? 0;
      pixels[to++] = heap[from + 2] ?? 0;
    }
  tell({ is: 'drawn', pixels, width: across, height: down }, [pixels.buffer]);
}
