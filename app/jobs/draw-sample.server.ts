/**
 * Draws a file of the sample catalogue and stores it as if somebody had sent it; from there on it is measured and judged like any
 * other. It may be run again: the same sample gives the same bytes under the same key.
 */
import { createHash } from 'node:crypto';
import { composeCover } from '#db/seed/art/cover.server.ts';
import { pdfOf } from '#db/seed/art/pdf.server.ts';
import type { Sample } from '#db/seed/art/sample.server.ts';
import { drawSheet, SHEET_DPI } from '#db/seed/art/sheet.server.ts';
import { findFile, keepDrawn } from '../domain/files/commands.server.ts';
import { paintPrint } from '../imaging/drawing.server.ts';
import type { Services } from '../services.server.ts';
import type { JobData } from './queues.ts';

/** Runs one job. A file that is gone needs nothing more. */
export async function drawSample(
  { db, storage, queue }: Pick<Services, 'db' | 'storage' | 'queue'>,
  { fileId, sample }: JobData['sample.draw'],
): Promise<void> {
  const file = await findFile(db, fileId);
  if (!file) return;
  const bytes = await bytesOf(sample);
  await storage.put(file.key, bytes, { contentType: file.type });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await db.transaction((tx) => keepDrawn(tx, queue, fileId, { bytes: bytes.length, sha256 }));
}

async function bytesOf(sample: Sample): Promise<Buffer> {
  if (sample.as === 'text') return Buffer.from(sample.text);
  if (sample.as === 'front') {
    const { svg, width, height } = composeCover(sample.cover);
    const wide = sample.width;
    return paintPrint(svg, { width: wide, height: Math.round((height * wide) / width) }, SHEET_DPI);
  }
  const { width: w, height: h } = sample.sheet;
  const pixels = { w: Math.round(w * SHEET_DPI), h: Math.round(h * SHEET_DPI) };
  const jpeg = await paintPrint(drawSheet(sample), { width: pixels.w, height: pixels.h }, SHEET_DPI);
  return pdfOf(jpeg, pixels, { w, h });
}
