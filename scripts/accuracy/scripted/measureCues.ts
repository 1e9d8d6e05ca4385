import { readFileSync } from 'node:fs';
import type { CallReport } from '../../../core/model/callReport.ts';
import { AnalysisPool } from '../../../main/analysis/analysisPool.ts';
import { codeKey, contentKey, type ResultCache } from '../audio/resultCache.ts';
import { ANALYSIS_CODE } from '../tools/softspoken.ts';
import type { ScriptedCall } from './scriptedCalls.ts';

/** Returns the report of every call with its agent's baseline, as an agent after enrolment would see it. */
export async function reportsWithBaseline(
  root: string,
  calls: readonly ScriptedCall[],
  cache: ResultCache,
  jobs: number,
): Promise<readonly CallReport[]> {
  const pool = new AnalysisPool(jobs, (detail) => console.error(detail));
  const code = codeKey(root, ANALYSIS_CODE);
  try {
    return await Promise.all(
      calls.map(async ({ callPath, normalPath, softPath, gainTrusted }) => {
        const sounds = [callPath, normalPath, softPath].map((path) => readFileSync(path));
        const key = contentKey('scripted with baseline', code, String(gainTrusted), ...sounds);
        const cached = cache.read<CallReport>(key);
        if (cached) return cached;
        const agc = gainTrusted ? false : null;
        const baseline = await pool.measureBaseline({ normalPath, softPath, device: null, agc });
        const { report } = await pool.analyzeFile({
          path: callPath,
          reportedPath: null,
          roles: ['agent', 'customer'],
          baseline,
          playbackPath: null,
        });
        cache.write(key, report);
        return report;
      }),
    );
  } finally {
    await pool.close();
  }
}
