import { type Knots, piecewiseLinear } from '../piecewiseLinear.ts';

/** The pitch of a calm statement, which rises a little and falls at its end; seconds and semitones. */
export const calmSentence: Knots = [
  [0, 0],
  [1.2, 1.5],
  [4, -1],
  [5, -2],
];

/** Returns the pitch to follow at a time, in semitones from the trainee's usual pitch. */
export function contourAt(sentence: Knots, seconds: number): number {
  const [length] = sentence.at(-1) ?? [0];
  return piecewiseLinear(sentence, seconds % length);
}
