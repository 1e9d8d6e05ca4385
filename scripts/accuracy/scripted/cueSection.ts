import type { ResultCache } from '../audio/resultCache.ts';
import { cueTable } from './cueTables.ts';
import { cueOccasions } from './cueTruth.ts';
import { reportsWithBaseline } from './measureCues.ts';
import { scoreCues, spacingViolations, totalCueScores } from './scoreCues.ts';
import type { ScriptedCall } from './scriptedCalls.ts';

/** Writes the section of the document about cues on the scripted calls. */
export async function cueSection(
  root: string,
  calls: readonly ScriptedCall[],
  cache: ResultCache,
  jobs: number,
): Promise<string> {
  const reports = await reportsWithBaseline(root, calls, cache, jobs);
  const scores = calls.map((call, i) => scoreCues(cueOccasions(call), reports[i]!.cues));
  const violations = reports.reduce((sum, report) => sum + spacingViolations(report), 0);
  const minutes = calls.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0) / 60;
  return [
    '### Cues on scripted calls',
    `${calls.length} calls, ${minutes.toFixed(0)} minutes. Cues shown in breach of the spacing rules: ${violations}.`,
    cueTable(totalCueScores(scores)),
  ].join('\n\n');
}
