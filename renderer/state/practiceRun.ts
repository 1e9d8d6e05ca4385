import type { PracticeSession } from '../../contract/practiceContract.ts';
import type { Cue } from '../../core/model/cue.ts';
import type { PracticeEvent, PracticeNow } from '../../core/model/practiceEvent.ts';
import type { Outcome } from '../../core/model/scenario.ts';

/** The simulated caller's anger at a moment of the attempt. */
export interface HeatPoint {
  readonly at: number;
  readonly heat: number;
}

/** An attempt in progress, as the screens know it. */
export interface RunningAttempt {
  readonly session: PracticeSession;
  readonly now: PracticeNow | undefined;
  /** The caller's current or last words. */
  readonly caption: string;
  readonly cue: Cue | undefined;
  readonly talkOvers: number;
  /** True if the microphone hears the caller. */
  readonly bleeds: boolean;
  /** A problem with a source of sound; empty if there is none. */
  readonly trouble: string;
  /** Two points per second, oldest first. */
  readonly heat: readonly HeatPoint[];
  readonly isOver: boolean;
  readonly outcome: Outcome | undefined;
}

const heatStepSeconds = 0.5;

export function newAttempt(session: PracticeSession): RunningAttempt {
  return {
    session,
    now: undefined,
    caption: '',
    cue: undefined,
    talkOvers: 0,
    bleeds: false,
    trouble: '',
    heat: [],
    isOver: false,
    outcome: undefined,
  };
}

/** Returns the attempt after one more event from the host. */
export function afterPracticeEvent(attempt: RunningAttempt, event: PracticeEvent): RunningAttempt {
  switch (event.type) {
    case 'now':
      return { ...attempt, now: event, heat: withHeat(attempt.heat, event) };
    case 'say':
      return { ...attempt, caption: event.text };
    case 'talked-over':
      return { ...attempt, talkOvers: attempt.talkOvers + 1 };
    case 'cue':
      return { ...attempt, cue: event.cue };
    case 'cue-ended':
      return { ...attempt, cue: undefined };
    case 'bleed':
      return { ...attempt, bleeds: true };
    case 'source':
      return { ...attempt, trouble: event.message };
    case 'over':
      return { ...attempt, isOver: true, outcome: event.outcome ?? undefined };
    case 'gain':
    case 'break-off':
    case 'saved':
    case 'failed':
      return attempt;
  }
}

function withHeat(points: readonly HeatPoint[], { at, heat }: PracticeNow): readonly HeatPoint[] {
  const last = points.at(-1);
  if (heat === null || (last && at < last.at + heatStepSeconds)) return points;
  return [...points, { at, heat }];
}
