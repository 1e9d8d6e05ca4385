import type { CallMetrics } from '../model/callEvent.ts';
import { assumedUsualRate } from '../model/targets.ts';

/** The trainee's readings at a moment, ten times per second; undefined if there is no reliable one. */
export interface TraineeReading {
  /** Seconds from the start of the attempt. */
  readonly at: number;
  readonly speaking: boolean;
  /** Vocal effort compared with the trainee's baseline. */
  readonly effortDb: number | undefined;
  /** Articulation rate relative to `usualRate`. */
  readonly paceRatio: number | undefined;
  /** Relative to the trainee's baseline or, without one, to their running median. */
  readonly pitchSemitones: number | undefined;
}

/** Returns the trainee's usual rate in syllables per second or, without a baseline, an assumed one. */
export function usualRate({ baselineRate }: CallMetrics): number {
  return baselineRate ?? assumedUsualRate;
}

/** Reads the trainee, who is the agent, from a call's metrics. */
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
