import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that hear real sound in real time, or measure how long something takes. */
const realTime = ['tests/faults/**/*.test.ts', 'tests/e2e/web/{liveCall,sameReport,simulatedCaller}.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Vitest leaves one processor to itself, which of two is half of the machine.
    maxWorkers: availableParallelism(),
    setupFiles: ['tests/support/seededProperties.ts'],
    reporters: ['default', ['json', { outputFile: '.cache/test-results.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/{architecture,contract,golden,unit}/**/*.test.{ts,tsx}'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Real browsers and processes: nothing in them may depend on how soon something happens.
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: realTime,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // One file at a time, when nothing else runs.
        extends: true,
        test: {
          name: 'real time',
          include: realTime,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
