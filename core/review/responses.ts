import type { CallReport } from '../model/callReport.ts';
import { coRegulationChanges } from '../report/coRegulation.ts';
import { type MeanChange, meanChange } from '../report/reactivity.ts';

/** What can be said of a mean change: nothing yet, not which way, or which way. */
type Direction = 'too-few' | 'unclear' | 'softer' | 'louder';

export interface Response {
  readonly direction: Direction;
  /** Mean change with its 95 % interval (Student's t), dB; missing for fewer than three. */
  readonly change: MeanChange | undefined;
  /** Waves, or soft turns, that were looked at. */
  readonly n: number;
}

/** How the agent's level went after the peaks of the caller's waves, over one call or many. */
export function reactivityOver(reports: readonly CallReport[]): Response {
  return response(reports.flatMap(({ waves }) => waves.flatMap(({ agentLevelChangeDb }) => agentLevelChangeDb ?? [])));
}

/** How the caller's level went after soft turns of the agent, over one call or many. */
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
