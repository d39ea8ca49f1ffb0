/** `npm run test:image`: apart from the other tests, because it needs an engine for containers, and minutes. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    include: ['app/testing/image/image.check.ts'],
    pool: 'forks',
    testTimeout: 180_000,
    // The first build fetches everything.
    hookTimeout: 15 * 60_000,
  },
});
