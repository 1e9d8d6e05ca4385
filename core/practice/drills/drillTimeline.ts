import type { DrillPhase } from '../../model/drill.ts';

/** A phase with its start and end in the drill, in seconds. */
export interface PlacedPhase {
  readonly phase: DrillPhase;
  readonly start: number;
  readonly end: number;
}

export function drillTimeline(phases: readonly DrillPhase[]): readonly PlacedPhase[] {
  let end = 0;
  return phases.map((phase) => {
    const start = end;
    end += phase.seconds;
    return { phase, start, end };
  });
}

/** True if the trainee has the floor in the phase; in all others they listen. */
export function isOwnFloor({ kind }: DrillPhase): boolean {
  return kind === 'speak' || kind === 'answer';
}
