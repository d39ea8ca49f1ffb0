/**
 * PDFium, as WebAssembly, and one document that it reads from its file piece by piece, so that 650 MB never lie in memory.
 * It is opened by `pdf-thread.server.ts` alone, in a thread that ends when the file is done.
 */
import { fstatSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/**
 * The most memory that PDFium gets, in bytes; with its thread the process grows by 300 MB at most, as for a picture that has
 * to be unpacked whole. What wants more ends the thread. PDFium keeps the compressed bytes of all that page 1 shows.
 */
export const PDF_MEMORY = 224 * 1024 * 1024;

/** The part of Emscripten's module that is used; the package does not ship its types. */
type Memory = {
  HEAPU8: Uint8Array;
  addFunction(callback: (...numbers: number[]) => number, signature: string): number;
  getValue(at: number, type: 'i32' | 'float'): number;
  setValue(at: number, value: number, type: 'i32'): void;
  UTF8ToString(at: number): string;
  wasmExports: { malloc(bytes: number): number; free(at: number): void };
};
export type Pdfium = { api: WrappedPdfiumModule; memory: Memory };

type Imports = WebAssembly.Imports & { env: { emscripten_resize_heap: (bytes: number) => unknown } };

export async function openPdfium(): Promise<Pdfium> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
  const api = await init({
    // What it would say goes to the console of the process.
    ...{ print: () => {}, printErr: () => {} },
    instantiateWasm(imports: Imports, ready: (instance: WebAssembly.Instance) => void) {
      const grow = imports.env.emscripten_resize_heap;
      imports.env.emscripten_resize_heap = (bytes) => (bytes >>> 0 > PDF_MEMORY ? 0 : grow(bytes));
      void WebAssembly.instantiate(wasm, imports).then(({ instance }) => ready(instance));
      return {};
    },
  });
  api.PDFiumExt_Init();
  return { api, memory: api.pdfium as unknown as Memory };
}

/** Room for so many four-byte numbers, which `call` fills. → them, or null when it says that it did not. */
export function read(
  { memory }: Pdfium,
  type: 'i32' | 'float',
  count: number,
  call: (start: number) => unknown,
): number[] | null {
  return withRoom({ memory }, count * 4, (start) =>
    call(start) ? Array.from({ length: count }, (_, at) => memory.getValue(start + 4 * at, type)) : null,
  );
}

/** Room for so many bytes, for the length of `use`. */
export function withRoom<T>({ memory }: Pick<Pdfium, 'memory'>, bytes: number, use: (start: number) => T): T {
  const start = memory.wasmExports.malloc(bytes);
  if (start === 0) throw new Error('out of memory');
  try {
    return use(start);
  } finally {
    memory.wasmExports.free(start);
  }
}

/** What PDFium says when a document does not open: a password, or a way to lock that it does not know. */
const LOCKED = [4, 5];

export type Opened = { state: 'open'; document: number } | { state: 'locked' | 'broken' };

/**
 * Opens the document in a file, which stays open until the thread ends. PDFium mends a file that was cut short as well as it can;
 * here such a file is broken.
 */
export function openDocument({ api, memory }: Pdfium, file: string): Opened {
  const handle = openSync(file, 'r');
  const bytes = fstatSync(handle).size;
  const readBlock = memory.addFunction((_, position = 0, buffer = 0, size = 0) => {
    const [at, length] = [buffer >>> 0, size >>> 0];
    return readSync(handle, memory.HEAPU8, at, length, position >>> 0) === length ? 1 : 0;
  }, 'iiiii');
  // FPDF_FILEACCESS: length, reader, and what the reader is handed. PDFium keeps it for as long as the document is open.
  const access = memory.wasmExports.malloc(12);
  [bytes, readBlock, 0].forEach((value, at) => memory.setValue(access + 4 * at, value, 'i32'));
  // The package calls the password a string, and a null password is another thing than an empty one to no one.
  const document = api.FPDF_LoadCustomDocument(access, '');
  if (document === 0) return { state: LOCKED.includes(api.FPDF_GetLastError()) ? 'locked' : 'broken' };
  if (!api.FPDF_DocumentHasValidCrossReferenceTable(document)) return { state: 'broken' };
  return { state: 'open', document };
}
