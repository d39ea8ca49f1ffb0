/** `npm run test:faults`: real processes, killed and cut off on purpose; apart from the other tests for its minutes. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { usual } from '../vitest.config.ts';

/** What takes longest begins first, or the rest is done long before it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => moduleId.endsWith('/mail.faults.ts');
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  ...usual,
  test: {
    ...usual.test,
    include: ['app/testing/faults/*.faults.ts'],
    // Two at a time: most of what they take, they wait.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 15 * 60_000,
  },
});
