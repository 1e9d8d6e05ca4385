import type { Turn } from '../model/callReport.ts';
import { isWithin, softEffortDb } from '../model/targets.ts';
import { type Curve, type MeanChange, meanChange, meanWithin } from './reactivity.ts';

/** For every soft turn of the agent between two turns of the caller: the caller's level after it less before it, dB. */
export function coRegulationChanges(turns: readonly Turn[], callerLevelLufs: Curve): number[] {
  return turns.flatMap((turn, i) => {
    const before = turns[i - 1];
    const after = turns[i + 1];
    if (turn.role !== 'agent' || turn.effortMeanDb === null || !isWithin(turn.effortMeanDb, softEffortDb)) return [];
    if (before?.role !== 'customer' || after?.role !== 'customer') return [];
    const levelBefore = meanWithin(callerLevelLufs, [before.start, before.end]);
    const levelAfter = meanWithin(callerLevelLufs, [after.start, after.end]);
    return levelBefore === undefined || levelAfter === undefined ? [] : [levelAfter - levelBefore];
  });
}

/** How the caller's level went after the agent spoke softly: the mean of its changes with its 95 % interval. */
export function coRegulation(turns: readonly Turn[], callerLevelLufs: Curve): MeanChange | undefined {
  return meanChange(coRegulationChanges(turns, callerLevelLufs));
}
