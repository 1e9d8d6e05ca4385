import type { OverlapKind } from '../../model/callReport.ts';
import { endsBefore, type IpuGroup } from './ipuGroup.ts';
import type { TurnRules } from './turnRules.ts';

/** A group, and a group of the other speaker that may still have been open when it started. */
export interface GroupPair {
  readonly earlier: IpuGroup;
  readonly later: IpuGroup;
  readonly laterIsBackchannel: boolean;
}

/** An overlap in frames. */
export interface MeasuredOverlap {
  readonly start: number;
  readonly end: number;
  readonly kind: OverlapKind;
  readonly successful: boolean | undefined;
  readonly yieldFrames: number | undefined;
}

/**
 * Measures and classifies the overlap of a pair once everything that determines its kind is known.
 *
 * @param now all boundaries before this frame are known
 * @returns missing while it can still change; null if the overlap is too short to count
 */
export function measureOverlap(pair: GroupPair, now: number, rules: TurnRules): MeasuredOverlap | null | undefined {
  const { earlier, later } = pair;
  if (earlier.end !== undefined && earlier.end <= later.start) return null;
  const otherYields = endsBefore(earlier, later, now);
  if (otherYields === undefined) return undefined;
  const [stopped, lasting] = otherYields ? [earlier, later] : [later, earlier];
  const stop = stopped.end!;
  const goesOn = lasting.earliestEnd(now) - stop >= rules.latch;
  if (lasting.end === undefined && !goesOn) return undefined;
  const both = bothSpeaking(earlier, later, stop);
  if (both.frames < rules.overlapMin) return null;

  const kind = kindOf();
  const wins = kind === 'interruption' && otherYields && stop - both.start <= rules.interruptionYield;
  const successful = wins && holdsFloor(pair, stop + rules.interruptionHold, now, rules);
  if (successful === undefined) return undefined;
  const contested = kind === 'interruption' || kind === 'overlap';
  return {
    start: both.start,
    end: both.end,
    kind,
    successful: kind === 'interruption' ? successful : undefined,
    yieldFrames: contested && (goesOn || successful) ? stop - both.start : undefined,
  };

  function kindOf(): OverlapKind {
    if (pair.laterIsBackchannel) return 'backchannel';
    if (otherYields && stop - later.start <= rules.terminalOverlap) return 'terminal';
    const wasSpeaking = earlier.spokenBefore(later.start) >= rules.interruptionFloor;
    return wasSpeaking && both.frames >= rules.interruptionOverlap ? 'interruption' : 'overlap';
  }
}

/** Returns the start, the end and the number of the frames at which both spoke, up to `stop`. */
function bothSpeaking(a: IpuGroup, b: IpuGroup, stop: number): { start: number; end: number; frames: number } {
  let start = stop;
  let end = stop;
  let frames = 0;
  for (const p of a.ipus) {
    for (const q of b.ipus) {
      const from = Math.max(p.start, q.start);
      const to = Math.min(p.end ?? stop, q.end ?? stop, stop);
      if (to <= from) continue;
      if (frames === 0) start = from;
      end = to;
      frames += to - from;
    }
  }
  return { start, end, frames };
}

/**
 * Returns true if the later speaker holds the floor until a frame, across pauses that do not give it up; missing while
 * undecided.
 */
function holdsFloor(pair: GroupPair, until: number, now: number, rules: TurnRules): boolean | undefined {
  const { earlier, later } = pair;
  if (later.earliestEnd(now) >= until) return true;
  if (later.end === undefined) return undefined;
  const resumes = later.following?.start;
  const otherResumes = earlier.following?.start;
  if (resumes !== undefined && !(otherResumes !== undefined && otherResumes < resumes)) {
    return resumes - later.end <= rules.keptFloorSilence;
  }
  return otherResumes === undefined && now <= later.end + rules.keptFloorSilence ? undefined : false;
}
