/** `npm run test:edge`: apart from the other tests, because it needs nginx, and the machine to itself. */
import { defineConfig } from 'vitest/config';
import { usual } from '../vitest.config.ts';

export default defineConfig({
  ...usual,
  test: { ...usual.test, include: ['app/testing/edge/*.check.ts'], maxWorkers: 1, testTimeout: 300_000 },
});
