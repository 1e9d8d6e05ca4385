import type { CallEvent } from '../../core/model/callEvent.ts';
import type { CallReport } from '../../core/model/callReport.ts';
import { SETTLING_FRAMES } from '../../core/pipeline/partyFrontEnd.ts';
import { FRAMES_PER_BLOCK, secondsOf } from '../../core/stream/frameTime.ts';

/** One value at the end of a turn, as streamed during the call and as in the report's curve. */
export interface TurnEndReading {
  readonly what: string;
  readonly streamed: number;
  readonly reported: number;
}

/** Returns the rates and the agent's efforts at the ends of all turns at which the report has them. */
export function turnEndReadings(
  events: readonly CallEvent[],
  { turns, timeline }: Pick<CallReport, 'turns' | 'timeline'>,
): readonly TurnEndReading[] {
  return turns.flatMap(({ role, end }) => {
    // The last 100 ms block that is mostly speech.
    const block = Math.round(end * 10) - 1;
    const known = secondsOf((block + 1) * FRAMES_PER_BLOCK + SETTLING_FRAMES);
    const streamed = events.find((event) => event.type === 'metrics' && event.at > known - 0.005);
    if (streamed?.type !== 'metrics') return [];
    const step = Math.floor(block / 10 / timeline.stepSeconds);
    const rate = timeline[role]?.articulationRate[step] ?? undefined;
    const effort = role === 'agent' ? (timeline.agent?.effortDb[step] ?? undefined) : undefined;
    const readings: TurnEndReading[] = [];
    const add = (what: string, value: number | null | undefined, reported: number | undefined) => {
      if (reported === undefined) return;
      readings.push({ what: `${what} of the ${role} at ${end} s`, streamed: value ?? Number.NaN, reported });
    };
    add('rate', streamed[role]?.articulationRate, rate);
    add('effort', streamed.agent?.effortDb, effort);
    return readings;
  });
}

/** Returns true if two values agree within 2%, or within 0.05, the precision of small ones. */
export function agree({ streamed, reported }: TurnEndReading): boolean {
  return Math.abs(streamed - reported) <= Math.max(0.05, 0.02 * Math.abs(reported));
}
