import type { CallMeasure, CallMeasures } from '../model/callMeasures.ts';

/** A call as far as it is followed from call to call: its row in the library, without its report. */
export interface MeasuredCall {
  readonly durationSeconds: number;
  readonly measures: CallMeasures;
}

interface Followed {
  /** `within` has a target on both sides, and no personal best. */
  readonly better: 'higher' | 'lower' | 'within';
  /** Counts and lengths are taken per ten minutes, so that long calls compare with short ones. */
  readonly perTenMinutes?: true;
}

/** What is followed from call to call. */
export const followedMeasures = {
  softShare: { better: 'higher' },
  paceShare: { better: 'higher' },
  agentEffortDb: { better: 'within' },
  agentArticulationRate: { better: 'within' },
  agentLevelSdDb: { better: 'lower' },
  agentPitchSdSemitones: { better: 'within' },
  medianResponseGapSeconds: { better: 'within' },
  agentInterruptions: { better: 'lower', perTenMinutes: true },
  deadAirSeconds: { better: 'lower', perTenMinutes: true },
  rushedSeconds: { better: 'lower', perTenMinutes: true },
  talkShare: { better: 'within' },
} as const satisfies Partial<Record<CallMeasure, Followed>>;

export type FollowedMeasure = keyof typeof followedMeasures;
export const followedMeasureNames = Object.keys(followedMeasures) as FollowedMeasure[];

/** Null where the call does not tell. */
export function followedValue(measure: FollowedMeasure, { measures, durationSeconds }: MeasuredCall): number | null {
  const value = measures[measure];
  const { perTenMinutes }: Followed = followedMeasures[measure];
  if (value === null || !perTenMinutes) return value;
  return durationSeconds > 0 ? (600 * value) / durationSeconds : null;
}
