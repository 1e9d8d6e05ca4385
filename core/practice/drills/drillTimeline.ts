import type { DrillPhase } from '../../model/drill.ts';

/** A phase with its place in the drill, in seconds from its start. */
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

/** In these the trainee has the floor; in all others they listen. */
export function isOwnFloor({ kind }: DrillPhase): boolean {
  return kind === 'speak' || kind === 'answer';
}
