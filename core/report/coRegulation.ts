import type { Turn } from '../model/callReport.ts';
import { type Curve, type MeanChange, meanChange, meanWithin } from './reactivity.ts';

/** A turn of the agent counts as soft at or below their usual effort. */
const SOFT_EFFORT_DB = 0;

/**
 * How the caller's level went after the agent spoke softly: for every soft turn of the agent between two turns of the
 * caller, the caller's level after less before, and the mean of these with its 95 % interval.
 */
export function coRegulation(turns: readonly Turn[], callerLevelLufs: Curve): MeanChange | undefined {
  const changes = turns.flatMap((turn, i) => {
    const before = turns[i - 1];
    const after = turns[i + 1];
    if (turn.role !== 'agent' || turn.effortMeanDb === null || turn.effortMeanDb > SOFT_EFFORT_DB) return [];
    if (before?.role !== 'customer' || after?.role !== 'customer') return [];
    const levelBefore = meanWithin(callerLevelLufs, [before.start, before.end]);
    const levelAfter = meanWithin(callerLevelLufs, [after.start, after.end]);
    return levelBefore === undefined || levelAfter === undefined ? [] : [levelAfter - levelBefore];
  });
  return meanChange(changes);
}
