import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
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
        // Real browsers, processes and sound servers in real time: one file at a time, when nothing else runs.
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/{e2e,faults}/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
