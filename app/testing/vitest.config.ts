/**
 * How the tests run: against one real PostgreSQL started for the run, each file in a database of its own.
 * Vite compiles as it does for the product, without the Remix plugin: a route under test is a module like any other.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const DRIZZLE = ['', '/pg-core', '/postgres-js', '/postgres-js/migrator', '/migrator'].map(
  (part) => `drizzle-orm${part}`,
);

/** What the slower checks beside these tests have in common with them. */
export const usual = {
  root: fileURLToPath(new URL('../..', import.meta.url)),
  esbuild: { jsx: 'automatic' as const },
  test: {
    pool: 'forks' as const,
    globalSetup: 'app/testing/global-setup.ts',
    setupFiles: 'app/testing/setup.ts',
    // Style sheets are imported as text (`?inline`); without this they would be empty.
    css: true,
    // One file instead of hundreds, beside each of which Node would read the 180 KB of its package.json again.
    deps: { optimizer: { ssr: { enabled: true, include: DRIZZLE } } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
};

/** What keeps nothing in mind between two calls: its files share a process, and load their modules once. */
const STATELESS = 'app/domain/**/*.test.{ts,tsx}';

export default defineConfig({
  ...usual,
  test: {
    ...usual.test,
    // As many as the smallest machine has cores: a third made nothing faster, and every figure worse.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'domain', include: [STATELESS], isolate: false } },
      {
        extends: true,
        test: { name: 'app', include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts'], exclude: [STATELESS] },
      },
    ],
  },
});
