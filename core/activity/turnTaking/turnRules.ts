import type { CallConfig } from '../../config/callConfig.ts';
import type { FrameClock } from '../../stream/frameClock.ts';

/** The durations of `config.turns` that turn taking uses, in frames. */
export interface TurnRules {
  readonly pauseMin: number;
  readonly latch: number;
  readonly overlapMin: number;
  readonly backchannelMax: number;
  readonly groupSilence: number;
  readonly keptFloorSilence: number;
  readonly loneTurnSilence: number;
  readonly terminalOverlap: number;
  readonly interruptionFloor: number;
  readonly interruptionOverlap: number;
  readonly interruptionYield: number;
  readonly interruptionHold: number;
  readonly deadAir: number;
}

export function turnRulesInFrames(turns: CallConfig['turns'], clock: FrameClock): TurnRules {
  return {
    pauseMin: clock.frames(turns.pauseMinSeconds),
    latch: clock.frames(turns.latchSeconds),
    overlapMin: clock.frames(turns.overlapMinSeconds),
    backchannelMax: clock.frames(turns.backchannelMaxSeconds),
    groupSilence: clock.frames(turns.groupSilenceSeconds),
    keptFloorSilence: clock.frames(turns.keptFloorSilenceSeconds),
    loneTurnSilence: clock.frames(turns.loneTurnSilenceSeconds),
    terminalOverlap: clock.frames(turns.terminalOverlapSeconds),
    interruptionFloor: clock.frames(turns.interruptionFloorSeconds),
    interruptionOverlap: clock.frames(turns.interruptionOverlapSeconds),
    interruptionYield: clock.frames(turns.interruptionYieldSeconds),
    interruptionHold: clock.frames(turns.interruptionHoldSeconds),
    deadAir: clock.frames(turns.deadAirSeconds),
  };
}

/** After this many frames of silence nothing said before it can change its meaning. */
export function longestWait(rules: TurnRules): number {
  return 1 + rules.groupSilence + rules.keptFloorSilence + rules.loneTurnSilence + rules.interruptionHold;
}
