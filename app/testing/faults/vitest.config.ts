/** `npm run test:faults`: real processes, killed and cut off on purpose; apart from the other tests for its minutes. */
import { defineConfig } from 'vitest/config';
import { usual } from '../vitest.config.ts';

export default defineConfig({
  ...usual,
  test: {
    ...usual.test,
    include: ['app/testing/faults/*.faults.ts'],
    // Two at a time: most of what they take, they wait.
    maxWorkers: 2,
    testTimeout: 15 * 60_000,
  },
});
