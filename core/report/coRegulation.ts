import type { Turn } from '../model/callReport.ts';
import { isWithin, softEffortDb } from '../model/targets.ts';
import { type Curve, meanWithin } from './reactivity.ts';

/** Returns the change of the caller's level, in dB, over each soft turn of the agent between two turns of the caller. */
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
