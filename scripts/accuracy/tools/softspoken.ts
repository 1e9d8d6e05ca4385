import { AnalysisPool } from '../../../main/analysis/analysisPool.ts';
import { codeKey } from '../audio/resultCache.ts';
import { estimateOf } from '../scoring/estimate.ts';
import type { Tool } from './tool.ts';

/** The code that a call report depends on. */
export const ANALYSIS_CODE = [
  'core/**/*.ts',
  'main/analysis/**/*.ts',
  'main/capture/file/**/*.ts',
  'package-lock.json',
];

/** Returns the report of `softspoken analyze` with default roles and no baseline. Close the tool after use. */
export function softspoken(root: string, jobs: number): Tool & { close(): Promise<void> } {
  const pool = new AnalysisPool(jobs, (detail) => console.error(detail));
  return {
    name: 'Softspoken',
    version: codeKey(root, [...ANALYSIS_CODE, 'scripts/accuracy/scoring/estimate.ts']),
    batchSize: 1,
    estimate: (tasks) =>
      Promise.all(
        tasks.map(async ({ clip, audio }) => {
          const { report } = await pool.analyzeFile({
            path: audio.path,
            reportedPath: null,
            roles: clip.channels === 2 ? clip.channels_are : ['agent'],
            baseline: null,
            playbackPath: null,
          });
          return estimateOf(report);
        }),
      ),
    close: () => pool.close(),
  };
}
