import { type Knots, piecewiseLinear } from '../piecewiseLinear.ts';

/** One sentence of the reference: it rises a little and comes down at its end, as statements do. In seconds and semitones. */
const SENTENCE_SECONDS = 5;
const sentence: Knots = [
  [0, 0],
  [1.2, 1.5],
  [4, -1],
  [5, -2],
];

/** The pitch to follow, in semitones from the own usual one, at a time of the drill's speech. */
export function referenceContour(seconds: number): number {
  return piecewiseLinear(sentence, seconds % SENTENCE_SECONDS);
}
