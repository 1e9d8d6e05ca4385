import { totalSeconds } from './speechLevel.ts';
import type { Occasion, TruthLine, TruthOverlap } from './truth.ts';

/** Effort, and its duration in speech, above which the agent should speak more softly. */
const SOFTER_ABOVE_DB = 4;
const SOFTER_AFTER_SECONDS = 1.5;
/** Multiple of the baseline's articulation rate above which the agent should slow down, over 8 s of speech. */
const SLOWER_ABOVE_RATIO = 1.1;
const RATE_WINDOW_SECONDS = 8;

/**
 * Returns the spans in which the conditions of cues hold, by their start: `let-them-finish` while the agent talks over
 * the caller, `softer` from the first to the last of consecutive loud lines of the agent, and `slower` likewise for
 * lines up to which the agent's last 8 s of speech, or a little more, were fast.
 *
 * @param baselineRate the agent's articulation rate when reading normally, in syllables per second
 */
export function occasionsOf(
  lines: readonly TruthLine[],
  overlaps: readonly TruthOverlap[],
  baselineRate: number,
): Occasion[] {
  const own = lines.filter((line) => line.role === 'agent' && line.kind !== 'backchannel');
  const loud = own.map((line) => line.effortDb > SOFTER_ABOVE_DB && totalSeconds(line.speech) >= SOFTER_AFTER_SECONDS);
  const fast = own.map((_, index) => recentRate(own.slice(0, index + 1)) > SLOWER_ABOVE_RATIO * baselineRate);
  const occasions: Occasion[] = [
    ...overlaps
      .filter((overlap) => overlap.startedBy === 'agent' && overlap.kind === 'interruption')
      .map(({ start, end }): Occasion => ({ kind: 'let-them-finish', start, end })),
    ...runs(own, loud).map((run): Occasion => ({ kind: 'softer', ...run })),
    ...runs(own, fast).map((run): Occasion => ({ kind: 'slower', ...run })),
  ];
  return occasions.toSorted((a, b) => a.start - b.start);
}

/** Returns the articulation rate over the fewest last lines with at least 8 s of speech; 0 if there is less speech. */
function recentRate(lines: readonly TruthLine[]): number {
  let syllables = 0;
  let seconds = 0;
  for (const line of lines.toReversed()) {
    syllables += line.syllables;
    seconds += totalSeconds(line.speech);
    if (seconds >= RATE_WINDOW_SECONDS) return syllables / seconds;
  }
  return 0;
}

function runs(lines: readonly TruthLine[], holds: readonly boolean[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const [index, { start, end }] of lines.entries()) {
    if (!holds[index]) continue;
    const continued = holds[index - 1] === true ? found.at(-1) : undefined;
    if (continued !== undefined) continued.end = end;
    else found.push({ start, end });
  }
  return found;
}
