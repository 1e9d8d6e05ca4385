import { type Knots, piecewiseLinear } from '../piecewiseLinear.ts';

/** A sentence said calmly: it rises a little and comes down at its end, as statements do. In seconds and semitones. */
export const calmSentence: Knots = [
  [0, 0],
  [1.2, 1.5],
  [4, -1],
  [5, -2],
];

/** The pitch to follow, in semitones from the own usual one, at a time of the drill's speech. */
export function contourAt(sentence: Knots, seconds: number): number {
  const [length] = sentence.at(-1) ?? [0];
  return piecewiseLinear(sentence, seconds % length);
}
