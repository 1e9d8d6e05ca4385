import { lineClip } from '../../core/model/clipManifest.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import type { CallerAction } from '../../core/practice/callerAction.ts';
import { StormSimulator } from '../../core/practice/stormSimulator.ts';
import { clipSeconds } from './practiceScenarios.ts';

const TICK_SECONDS = 0.1;
const CALL_SECONDS = 600;

/** A trainee who always answers in the same way. */
export interface TraineeManner {
  readonly effortDb: number;
  readonly paceRatio: number;
  readonly speechSeconds: number;
  /** Delay after the caller's last word, or after the caller's first one. */
  readonly answers: { readonly afterSeconds: number } | { readonly intoSeconds: number };
}

export const softAndPatient: TraineeManner = {
  effortDb: -3,
  paceRatio: 0.95,
  speechSeconds: 4,
  answers: { afterSeconds: 0.9 },
};

export const escalating: TraineeManner = {
  effortDb: 7,
  paceRatio: 1.3,
  speechSeconds: 4,
  answers: { intoSeconds: 1.5 },
};

export interface SimulatedCall {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly level?: number;
}

/** Returns everything the caller did in a call with such a trainee. */
export function simulatedCall(call: SimulatedCall, manner: TraineeManner): readonly CallerAction[] {
  const { scenario, seed, level = 1 } = call;
  const lineSeconds = (lineId: string) => clipSeconds(lineClip(scenario.id, lineId));
  const simulator = new StormSimulator({ scenario, seed, level, lineSeconds });
  const actions: CallerAction[] = [];
  let lineStart: number | undefined;
  let lineEnd: number | undefined;
  let speechUntil = 0;
  for (let tick = 1; tick * TICK_SECONDS < CALL_SECONDS && !simulator.isOver; tick++) {
    const at = tick * TICK_SECONDS;
    if (lineStart !== undefined && 'intoSeconds' in manner.answers && at >= lineStart + manner.answers.intoSeconds) {
      speechUntil = at + manner.speechSeconds;
      lineStart = undefined;
    }
    if (lineEnd !== undefined && 'afterSeconds' in manner.answers && at >= lineEnd + manner.answers.afterSeconds) {
      speechUntil = at + manner.speechSeconds;
      lineEnd = undefined;
    }
    const speaking = at < speechUntil;
    const { effortDb, paceRatio } = manner;
    for (const action of simulator.push({ at, speaking, effortDb, paceRatio, pitchSemitones: 0 })) {
      actions.push(action);
      if (action.type !== 'say') continue;
      lineStart = action.at;
      lineEnd = action.at + action.seconds;
    }
  }
  return actions;
}
