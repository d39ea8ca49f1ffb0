import { globSync, statSync } from 'node:fs';
import { KB, median, type Figure } from './figures.ts';
import type { Stage } from './stage.ts';

const BUDGETS = { avif: 6, webp: 9, jpeg: 10 };
const COVERS = 24;

/** The 320-wide files as the worker wrote them, over at least two dozen covers of the sample catalogue. */
export async function measureThumbnails(stage: Stage): Promise<Figure[]> {
  const storage = await stage.drawn(stage.scale < 0.2 ? 4 : COVERS);
  return Object.entries(BUDGETS).map(([format, target]) => {
    const files = globSync(`**/320.${format}`, { cwd: storage });
    const sizes = files.map((file) => statSync(`${storage}/${file}`).size);
    const note = `of ${files.length}; largest ${(Math.max(...sizes) / KB).toFixed(1)} KB`;
    return { name: `320 wide, ${format}, median`, measured: median(sizes) / KB, unit: 'KB', target, fails: target * 1.3, note }; // prettier-ignore
  });
}
