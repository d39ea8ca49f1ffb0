/** `npm run test:faults`: real processes, killed and cut off on purpose; apart from the other tests for its minutes. */
import { defineConfig, mergeConfig } from 'vitest/config';
import usual from '../vitest.config.ts';

const config = mergeConfig(
  usual,
  defineConfig({ test: { fileParallelism: false, testTimeout: 15 * 60_000 } }),
);
// Merging would add to the usual list; and each of the usual projects would run all of these.
const { projects: _usual, ...test } = config.test ?? {};
config.test = { ...test, include: ['app/testing/faults/*.faults.ts'] };
export default config;
