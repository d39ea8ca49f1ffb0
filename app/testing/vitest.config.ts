/**
 * How the tests run: against one real PostgreSQL started for the run, each file in a database of its own.
 * Vite compiles as it does for the product, without the Remix plugin: a route under test is a module like any other.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What keeps nothing in mind between two calls: its files share a process, and load their modules once. */
const STATELESS = 'app/domain/**/*.test.{ts,tsx}';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  esbuild: { jsx: 'automatic' },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: 'app/testing/global-setup.ts',
    setupFiles: 'app/testing/setup.ts',
    // Style sheets are imported as text (`?inline`); without this they would be empty.
    css: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'domain', include: [STATELESS], isolate: false } },
      {
        extends: true,
        test: { name: 'app', include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts'], exclude: [STATELESS] },
      },
    ],
  },
});
