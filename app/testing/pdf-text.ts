/** What a PDF says, page by page, read by what did not write it: PDFium. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
const pdfium = await init({
  wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
});
pdfium.PDFiumExt_Init();
/** The part of Emscripten's module that is used here; the package does not ship its types. */
const memory = pdfium.pdfium as unknown as {
  HEAPU8: Uint8Array;
  wasmExports: { malloc(bytes: number): number };
};

/** Every page's words as a reader's program copies them, lines and all; throws for what is no PDF. */
export function pdfPages(bytes: Uint8Array): string[] {
  const at = memory.wasmExports.malloc(bytes.byteLength);
  memory.HEAPU8.set(bytes, at);
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.byteLength, '');
  if (document === 0) throw new Error('PDFium cannot open it');
  return Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, page) => {
    const text = pdfium.FPDFText_LoadPage(pdfium.FPDF_LoadPage(document, page));
    const length = pdfium.FPDFText_CountChars(text);
    const buffer = memory.wasmExports.malloc((length + 1) * 2);
    pdfium.FPDFText_GetText(text, 0, length, buffer);
    return Buffer.from(memory.HEAPU8.slice(buffer, buffer + length * 2))
      .toString('utf16le')
      .replace(/\r\n/g, '\n');
  });
}
