import type { CueKind } from '../model/cue.ts';
import { practiceConfig } from './practiceConfig.ts';

/** Two scores in a row of at least `RAISED_AT` raise the level; one score below `LOWERED_BELOW` lowers it. [J] */
const RAISED_AT = 80;
const LOWERED_BELOW = 45;
const IN_A_ROW = 2;

/** The part of an attempt that the level depends on. */
export interface LevelledAttempt {
  readonly level: number;
  readonly score: number | null;
}

/**
 * Returns the level of the next attempt at an exercise, 1…5.
 *
 * @param attempts at that exercise, oldest first; those without a score don't count
 */
export function nextLevel(attempts: readonly LevelledAttempt[]): number {
  const scored = attempts.flatMap(({ level, score }) => (score === null ? [] : [{ level, score }]));
  const last = scored.at(-1);
  if (!last) return 1;
  if (last.score < LOWERED_BELOW) return Math.max(1, last.level - 1);
  const recent = scored.slice(-IN_A_ROW);
  const isRaised =
    recent.length === IN_A_ROW && recent.every(({ level, score }) => level === last.level && score >= RAISED_AT);
  return isRaised ? Math.min(practiceConfig.level.max, last.level + 1) : last.level;
}

/** Aids during an attempt. There are fewer at higher levels, so that trainees don't depend on them. */
export interface Aids {
  readonly floorLight: boolean;
  /** Shows the caller's heat and the meters of the trainee's voice during the attempt. */
  readonly feedback: boolean;
  readonly cues: readonly CueKind[];
}

const aidsByLevel: readonly Aids[] = [
  { floorLight: true, feedback: true, cues: ['let-them-finish', 'softer', 'slower', 'hold'] },
  { floorLight: true, feedback: true, cues: ['let-them-finish', 'softer'] },
  { floorLight: true, feedback: false, cues: ['let-them-finish'] },
  { floorLight: true, feedback: false, cues: [] },
  { floorLight: false, feedback: false, cues: [] },
];

/** @param level 1…5 @throws {RangeError} for any other */
export function aidsAt(level: number): Aids {
  const aids = aidsByLevel[level - 1];
  if (!aids) throw new RangeError(`there is no level ${level}`);
  return aids;
}
