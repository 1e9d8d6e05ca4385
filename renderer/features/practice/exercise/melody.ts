import { melodyToleranceSemitones } from '../../../../core/model/targets.ts';

/** The picture: seconds from now to its ends, semitones from the usual pitch to its edges, and its size. */
const behindSeconds = 1.5;
const aheadSeconds = 5;
const reachSemitones = 6;
export const width = 100;
export const height = 40;

/** The corners of one sentence of a melody. */
type Sentence = readonly (readonly [seconds: number, semitones: number])[];

export function xOf(secondsFromNow: number): number {
  return (width * (secondsFromNow + behindSeconds)) / (behindSeconds + aheadSeconds);
}

export function yOf(semitones: number): number {
  const share = Math.max(-reachSemitones, Math.min(reachSemitones, semitones)) / reachSemitones;
  return (height / 2) * (1 - share);
}

/**
 * Returns the bands of the visible sentences as polygon points.
 *
 * @param seconds position in the melody
 */
export function melodyBands(sentence: Sentence, seconds: number): readonly string[] {
  const [length] = sentence.at(-1) ?? [0];
  const first = Math.max(0, Math.floor((seconds - behindSeconds) / length));
  const last = Math.floor((seconds + aheadSeconds) / length);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const start = (first + index) * length - seconds;
    const edge = (offset: number) => sentence.map(([at, semitones]) => `${xOf(start + at)},${yOf(semitones + offset)}`);
    return [...edge(melodyToleranceSemitones), ...edge(-melodyToleranceSemitones).reverse()].join(' ');
  });
}
