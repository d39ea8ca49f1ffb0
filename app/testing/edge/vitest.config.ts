/** `npm run test:edge`: apart from the other tests, because it needs nginx, and the machine to itself. */
import { defineConfig } from 'vitest/config';
import base from '../vitest.config.ts';

// Each of the usual projects would run these.
const { projects: _usual, ...test } = base.test ?? {};

export default defineConfig({
  ...base,
  test: { ...test, include: ['app/testing/edge/*.check.ts'], maxWorkers: 1, testTimeout: 300_000 },
});
