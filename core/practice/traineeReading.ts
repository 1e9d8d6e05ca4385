import type { CallMetrics } from '../model/callEvent.ts';
import { assumedUsualRate } from '../model/targets.ts';

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

/** The trainee's usual syllables a second: the baseline's, or everybody's. */
export function usualRate({ baselineRate }: CallMetrics): number {
  return baselineRate ?? assumedUsualRate;
}

/** A call's metrics as practice reads them; the agent is the trainee. */
export function traineeReading(metrics: CallMetrics): TraineeReading {
  const { at, agent } = metrics;
  const rate = agent?.articulationRate ?? undefined;
  return {
    at,
    speaking: agent?.speaking ?? false,
    effortDb: agent?.effortDb ?? undefined,
    paceRatio: rate === undefined ? undefined : rate / usualRate(metrics),
    pitchSemitones: agent?.pitchSemitones ?? undefined,
  };
}
