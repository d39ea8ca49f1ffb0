/**
 * Holds a delivered cover against the specification it is for: what was measured of the file, and what is to be seen in its parts,
 * from the picture that was kept of it. The file itself is not opened again.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Patches } from '../domain/covers/measured.ts';
import { hints, preflight, regionsFor } from '../domain/covers/preflight.ts';
import { FRONT_REGIONS } from '../domain/covers/regions.ts';
import { coversToCheck, keepFindings } from '../domain/deliveries/checking.server.ts';
import { inspect } from '../imaging/file.server.ts';
import type { Services } from '../services.server.ts';

type Needed = Pick<Services, 'db' | 'storage'>;
type Cover = Awaited<ReturnType<typeof coversToCheck>>[number];

/** Judges a file wherever it is a cover that has not been judged yet. */
export async function checkCovers(services: Needed, fileId: string): Promise<void> {
  for (const cover of await coversToCheck(services.db, fileId)) {
    const { facts, spec } = cover;
    if (!facts) continue;
    const patches = await patchesOf(services, cover);
    // Held against no format it is only a picture, of which still something can be said; a PDF was made to be printed.
    const likely = facts.kind === 'pdf' ? 'paperback_wrap' : 'ebook_front';
    const findings = spec ? preflight(facts, patches, spec) : hints(facts, patches, likely);
    await keepFindings(services.db, cover, findings);
  }
}

/** What is to be seen in the parts of a cover; null when there is no picture of it. */
async function patchesOf({ storage }: Needed, { pictureKey, spec }: Cover): Promise<Patches | null> {
  if (!pictureKey) return null;
  const picture = await storage.open(pictureKey);
  if (!picture) throw new Error(`the picture ${pictureKey} is missing`);
  const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-check-'));
  try {
    const file = path.join(dir, 'seen.png');
    await pipeline(picture.body, createWriteStream(file));
    return await inspect(file, spec ? regionsFor(spec) : FRONT_REGIONS);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
