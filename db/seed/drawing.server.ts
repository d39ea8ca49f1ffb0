import { createHash } from 'node:crypto';
import type { CoverDraft } from './art/cover.server.ts';

export type { CoverDraft };

/** A drawing has no bytes until it is painted; the draft stands for its content. → hex SHA-256. */
export const drawingSha = (draft: CoverDraft): string =>
  createHash('sha256').update(JSON.stringify(draft)).digest('hex');
