import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CallReport } from '../../../core/model/callReport.ts';
import { ResultCache } from '../../../scripts/accuracy/audio/resultCache.ts';
import { estimateOf } from '../../../scripts/accuracy/scoring/estimate.ts';
import { scoreSet } from '../../../scripts/accuracy/scoring/scoreSet.ts';
import { cueOccasions } from '../../../scripts/accuracy/scripted/cueTruth.ts';
import { reportsWithBaseline } from '../../../scripts/accuracy/scripted/measureCues.ts';
import { scoreCues, spacingViolations, totalCueScores } from '../../../scripts/accuracy/scripted/scoreCues.ts';
import { type ScriptedCall, scriptedCalls } from '../../../scripts/accuracy/scripted/scriptedCalls.ts';
import { scriptedSet } from '../../../scripts/accuracy/scripted/scriptedSet.ts';

const root = join(import.meta.dirname, '../../..');
/** One scripted call with overlaps, and one with changes of effort. */
const INDICES = [0, 1];
/** Tolerance for one cue in these calls: one occasion may be missed, and one cue may be unfounded. */
const MOST_ERRORS = 1;

const absent = ['espeak-ng', 'sox'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined);

describe.skipIf(absent.length > 0)(
  absent.length > 0 ? `scripted calls (not made: ${absent.join(' and ')} not installed)` : 'scripted calls',
  () => {
    let calls: readonly ScriptedCall[];
    let reports: readonly CallReport[];
    beforeAll(async () => {
      calls = await scriptedCalls(root, INDICES);
      reports = await reportsWithBaseline(root, calls, new ResultCache(join(root, '.cache/accuracy')), 2);
    }, 240_000);

    it('have their overlaps detected, and their interruptions distinguished from backchannels', () => {
      const set = scriptedSet(calls);
      const estimates = new Map(set.clips.map(({ file }, i) => [file, estimateOf(reports[i]!)]));
      const { overlapF1, interruptionF1 } = scoreSet(set, estimates);
      expect.soft(overlapF1).toBeGreaterThanOrEqual(0.9);
      expect.soft(interruptionF1).toBeGreaterThanOrEqual(0.85);
    });

    it('cause cues where they are justified, and nowhere else', () => {
      const scores = totalCueScores(calls.map((call, i) => scoreCues(cueOccasions(call), reports[i]!.cues)));
      for (const kind of ['let-them-finish', 'softer', 'dead-air', 'pitch-raised', 'louder'] as const) {
        const { counts } = scores.get(kind)!;
        expect.soft(counts.hits, `occasions of ${kind} found`).toBeGreaterThan(0);
        expect.soft(counts.misses, `occasions of ${kind} missed`).toBeLessThanOrEqual(MOST_ERRORS);
        expect.soft(counts.falseAlarms, `${kind} without cause`).toBeLessThanOrEqual(MOST_ERRORS);
      }
    });

    it('show no cue earlier than the spacing rules allow', () => {
      for (const report of reports) expect(spacingViolations(report)).toBe(0);
    });
  },
);
