/**
 * What a PDF is, and a picture of its first page. PDFium reads it in a thread that is started for the file and ended after it: its
 * memory never shrinks while it lives, a file made to keep it busy is given up after a time, and the event loop stays free.
 * The thread is a file beside this one, so this runs where the source lies: in the worker process and in commands, not in
 * the bundle of the web process.
 */
import { Worker } from 'node:worker_threads';
import { inTurn, TALLEST, type Picture } from './decode.server.ts';
import type { PdfContent } from './pdf-facts.server.ts';
import type { PdfNews, PdfTask } from './pdf-thread.server.ts';
import { PDF_MEMORY } from './pdfium.server.ts';
import { refuse } from './refusal.ts';

export type { PdfContent, PdfImage } from './pdf-facts.server.ts';

export type PdfFacts = {
  /** Such as 1.7, as the first line says. */
  version: string | null;
  bytes: number;
  encrypted: boolean;
  /** Null when it does not open without a password. */
  content: PdfContent | null;
};

/** A file is given up after this many seconds. */
const SECONDS = 20;
/** Of JavaScript's own heap; PDFium's is bounded by itself. */
const HEAP_MEGABYTES = 64;

/** A file that is at least so large, in bytes, may honestly need more than there is. */
const LARGE = PDF_MEMORY / 2;

/**
 * Measures a PDF of so many bytes. A large one that cannot be looked at whole in the time and memory there is, is measured as
 * far as that goes (`complete` is false); a small one that needs so much was made to, and is refused. Throws RefusedImage.
 */
export async function measurePdf(
  file: string,
  bytes: number,
): Promise<Pick<PdfFacts, 'encrypted' | 'content'>> {
  const news = await inThread({ file, draw: null });
  if (news?.is === 'broken') throw refuse.broken('PDF');
  if (news?.is === 'locked') return { encrypted: true, content: null };
  if (news?.is !== 'measured' || (news.content.fonts === null && bytes < LARGE))
    throw refuse.tooInvolved('PDF');
  return { encrypted: news.encrypted, content: news.content };
}

/** Draws page 1 on white, at most so many pixels wide. Null when it is locked, or cannot be drawn in the time and memory there is. */
export async function renderPdf(file: string, width: number): Promise<Picture | null> {
  const news = await inThread({ file, draw: { width, tallest: TALLEST } });
  if (news?.is === 'broken') throw refuse.broken('PDF');
  if (news?.is !== 'drawn') return null;
  const { pixels, width: across, height } = news;
  return { pixels: Buffer.from(pixels.buffer), width: across, height };
}

/** Runs a thread to its end. → the last that it told, null when it was ended before it told anything. */
function inThread(task: PdfTask): Promise<PdfNews | null> {
  return inTurn(PDF_MEMORY, async () => {
    const thread = new Worker(new URL('./pdf-thread.server.ts', import.meta.url), {
      workerData: task,
      // It needs none of our settings, and some of them are secrets.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: 16 },
    });
    let news: PdfNews | null = null;
    thread.on('message', (told: PdfNews) => void (news = told));
    // PDFium traps when its memory is full: what it told until then counts.
    thread.on('error', () => {});
    const alarm = setTimeout(() => void thread.terminate(), SECONDS * 1000);
    await new Promise((ended) => void thread.once('exit', ended));
    clearTimeout(alarm);
    return news;
  });
}
