import type { SyllableCandidate } from '../../core/features/syllableCandidates.ts';
import { secondsOf } from '../../core/stream/frameTime.ts';

const LEAST_DISTANCE_FRAMES = 6;
/** Greatest distance between a candidate and the candidate of the original recording that it matches. */
const TOLERANCE_SECONDS = 0.06;

/** Returns the clarity of a candidate in dB: its dip up to 8 dB, less if it is faint or unvoiced. */
function clearnessDb({ inputs }: SyllableCandidate): number {
  const [riseDb, fallDb, overLoudDb, clarity] = [5 * inputs[0]!, 5 * inputs[1]!, 10 * inputs[2]!, (inputs[5]! + 1) / 2];
  return (
    Math.min(8, riseDb, fallDb) +
    0.35 * Math.min(0, overLoudDb + 6) +
    8 * Math.min(0.8, clarity) -
    (clarity < 0.3 ? 20 : 0)
  );
}

/** Returns the times of the `count` clearest candidates, in seconds. */
export function clearestTimes(candidates: readonly SyllableCandidate[], count: number): readonly number[] {
  const taken: number[] = [];
  for (const { frame } of candidates.toSorted((a, b) => clearnessDb(b) - clearnessDb(a))) {
    if (taken.length >= count) break;
    if (taken.every((other) => Math.abs(frame - other) >= LEAST_DISTANCE_FRAMES)) taken.push(frame);
  }
  return taken.map(secondsOf);
}

/** Returns a value per candidate: 1 if it is the nearest to one of the times, and near enough. */
export function matched(candidates: readonly SyllableCandidate[], times: readonly number[]): readonly number[] {
  const likely = candidates.map(() => 0);
  const seconds = candidates.map(({ frame }) => secondsOf(frame));
  for (const time of times) {
    const distances = seconds.map((candidate) => Math.abs(candidate - time));
    const nearest = distances.indexOf(Math.min(...distances));
    if (nearest >= 0 && distances[nearest]! < TOLERANCE_SECONDS) likely[nearest] = 1;
  }
  return likely;
}
