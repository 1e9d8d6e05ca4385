import type { CallReport } from '../model/callReport.ts';
import { coRegulationChanges } from '../report/coRegulation.ts';
import { type MeanChange, meanChange } from '../report/reactivity.ts';

/** The direction of a mean change, if it is known. */
type Direction = 'too-few' | 'unclear' | 'softer' | 'louder';

export interface Response {
  readonly direction: Direction;
  /** Mean change with its 95% interval (Student's t) in dB; undefined for fewer than three changes. */
  readonly change: MeanChange | undefined;
  /** Number of waves or soft turns. */
  readonly n: number;
}

/** Returns the change of the agent's level after the peaks of the caller's waves, over one or more calls. */
export function reactivityOver(reports: readonly CallReport[]): Response {
  return response(reports.flatMap(({ waves }) => waves.flatMap(({ agentLevelChangeDb }) => agentLevelChangeDb ?? [])));
}

/** Returns the change of the caller's level after soft turns of the agent, over one or more calls. */
export function coRegulationOver(reports: readonly CallReport[]): Response {
  return response(
    reports.flatMap(({ turns, timeline: { stepSeconds, customer } }) =>
      coRegulationChanges(turns, {
        stepSeconds,
        values: (customer?.levelLufs ?? []).map((level) => level ?? undefined),
      }),
    ),
  );
}

/** @param changes of level in dB */
function response(changes: readonly number[]): Response {
  const change = meanChange(changes);
  const n = changes.length;
  if (!change) return { direction: 'too-few', change, n };
  const [low, high] = change.ci95;
  if (low <= 0 && high >= 0) return { direction: 'unclear', change, n };
  return { direction: change.valueDb < 0 ? 'softer' : 'louder', change, n };
}
