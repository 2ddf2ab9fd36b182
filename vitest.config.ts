import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes a minute or more on two cores: begun last, it would be waited for alone. */
const slow =
  /\/(?:e2e\/accessibility|contract\/(?:store|queue)|cli\/(?:archive|web-archives|stopped-imports|collect|edit-meetings)|faults\/kills)\.test\.ts$/;

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [
      ...sorted.filter(({ moduleId }) => slow.test(moduleId)),
      ...sorted.filter(({ moduleId }) => !slow.test(moduleId)),
    ];
  }
}

// Slow suites (browser, PostgreSQL, processes) set their own time limits; everything else must be quick.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // Every core works, and one suite more than there are cores: many wait for leases, pauses and other processes.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['src/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['src/web/**'],
          // Nothing here keeps a state of its own between files: the languages and models are read once, not 200 times.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          include: ['src/web/**/*.test.{ts,tsx}'],
          isolate: false,
          setupFiles: ['test/helpers/forget-faults.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'whole', include: ['test/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
