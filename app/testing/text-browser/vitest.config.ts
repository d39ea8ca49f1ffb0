/** `npm run test:text-browser`: apart from the other tests, because it needs w3m. */
import { defineConfig } from 'vitest/config';
import { usual } from '../vitest.config.ts';

export default defineConfig({
  ...usual,
  test: { ...usual.test, include: ['app/testing/text-browser/*.check.ts'], maxWorkers: 1 },
});
