import type { CallMetrics } from '../model/callEvent.ts';

/** What practice hears of the trainee at a moment: a call's readings, ten a second. Missing where none can be trusted. */
export interface TraineeReading {
  /** Seconds from the start of the attempt. */
  readonly at: number;
  readonly speaking: boolean;
  /** Vocal effort against the own baseline. */
  readonly effortDb: number | undefined;
  /** Articulation rate over the baseline's, or over the usual rate where there is no baseline. */
  readonly paceRatio: number | undefined;
  /** Against the own baseline or running median. */
  readonly pitchSemitones: number | undefined;
}

/** A call's metrics as practice reads them; the agent is the trainee. */
export function traineeReading({ at, agent, baselineRate }: CallMetrics, usualRate: number): TraineeReading {
  const rate = agent?.articulationRate ?? undefined;
  return {
    at,
    speaking: agent?.speaking ?? false,
    effortDb: agent?.effortDb ?? undefined,
    paceRatio: rate === undefined ? undefined : rate / (baselineRate ?? usualRate),
    pitchSemitones: agent?.pitchSemitones ?? undefined,
  };
}
