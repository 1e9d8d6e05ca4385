import type { CallConfig } from '../../config/callConfig.ts';
import { type Frames, framesOf } from '../../stream/frameTime.ts';

/** The durations of `config.turns` that turn taking uses, in frames. */
export interface TurnRules {
  readonly pauseMin: Frames;
  readonly latch: Frames;
  readonly overlapMin: Frames;
  readonly backchannelMax: Frames;
  readonly groupSilence: Frames;
  readonly keptFloorSilence: Frames;
  readonly loneTurnSilence: Frames;
  readonly terminalOverlap: Frames;
  readonly interruptionFloor: Frames;
  readonly interruptionOverlap: Frames;
  readonly interruptionYield: Frames;
  readonly interruptionHold: Frames;
  readonly deadAir: Frames;
}

export function turnRulesInFrames(turns: CallConfig['turns']): TurnRules {
  return {
    pauseMin: framesOf(turns.pauseMinSeconds),
    latch: framesOf(turns.latchSeconds),
    overlapMin: framesOf(turns.overlapMinSeconds),
    backchannelMax: framesOf(turns.backchannelMaxSeconds),
    groupSilence: framesOf(turns.groupSilenceSeconds),
    keptFloorSilence: framesOf(turns.keptFloorSilenceSeconds),
    loneTurnSilence: framesOf(turns.loneTurnSilenceSeconds),
    terminalOverlap: framesOf(turns.terminalOverlapSeconds),
    interruptionFloor: framesOf(turns.interruptionFloorSeconds),
    interruptionOverlap: framesOf(turns.interruptionOverlapSeconds),
    interruptionYield: framesOf(turns.interruptionYieldSeconds),
    interruptionHold: framesOf(turns.interruptionHoldSeconds),
    deadAir: framesOf(turns.deadAirSeconds),
  };
}

/** Returns the silence in frames after which nothing said before it can change its meaning. */
export function longestWait(rules: TurnRules): number {
  return 1 + rules.groupSilence + rules.keptFloorSilence + rules.loneTurnSilence + rules.interruptionHold;
}
