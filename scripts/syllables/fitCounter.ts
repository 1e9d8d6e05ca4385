import type { DenseLayer } from '../../core/features/denseNetwork.ts';
import type { Draw } from '../foreground/draw.ts';
import {
  backward,
  foldedLayers,
  forward,
  moments,
  Parameters,
  shuffle,
  standardise,
} from '../foreground/fitNetwork.ts';

/** One recording: its candidates, and the number of syllables among them. */
export interface CountedCandidates {
  readonly inputs: readonly Float64Array[];
  readonly syllables: number;
  /** One value per candidate: 1 if it is probably a syllable, from the recording without the room, otherwise 0. */
  readonly likely: readonly number[];
}

const HIDDEN = [32, 16];
const PASSES = 30;
const BATCH = 24;
const LEARNING_RATE = 2e-3;
const WEIGHT_DECAY = 0.1;
/** Standard deviation of the noise added to the standardised inputs. */
const INPUT_NOISE = 0.15;

/** The error of a count up to which its loss is quadratic; beyond it the loss is proportional. */
const TOLERATED_SYLLABLES = 0.5;
const TOLERATED_SHARE = 0.1;
const USUAL_SYLLABLES = 10;
/**
 * Exponent of a clip's length in its weight: at 0 short clips would outweigh fluent speech; few people said the long
 * ones.
 */
const LENGTH_EXPONENT = 0.6;
/** Weight of the hint which candidates are syllables: their count is what matters. */
const HINT_WEIGHT = 0.1;

/**
 * Fits a network so that, in every recording, the probabilities of its candidates add up to the number of syllables
 * said.
 *
 * @throws {RangeError} if there are no candidates at all
 */
export function fitCounter(recordings: readonly CountedCandidates[], draw: Draw): readonly DenseLayer[] {
  const rows = recordings.flatMap(({ inputs }) => inputs);
  if (rows.length === 0) throw new RangeError('no candidates to learn from');
  const widths = [rows[0]!.length, ...HIDDEN, 1];
  const { mean, deviation } = moments({
    count: rows.length,
    inputs: widths[0]!,
    read: (row, target, at) => target.set(rows[row]!, at),
  });
  const weights = widths.slice(1).map((outputs, layer) => {
    const scale = Math.sqrt(2 / widths[layer]!);
    return new Parameters(new Float64Array(widths[layer]! * outputs).map(() => draw.normal(scale)));
  });
  const biases = widths.slice(1).map((outputs) => new Parameters(new Float64Array(outputs)));
  const errors = widths.map((width) => new Float64Array(width));
  const order = Uint32Array.from({ length: recordings.length }, (_, i) => i);
  const steps = PASSES * Math.floor(order.length / BATCH);
  let step = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, draw);
    for (let from = 0; from + BATCH <= order.length; from += BATCH) {
      for (const index of order.subarray(from, from + BATCH)) {
        const recording = recordings[index]!;
        const states = recording.inputs.map((inputs) => {
          const values = widths.map((width) => new Float64Array(width));
          values[0]!.set(inputs);
          standardise(values[0]!, mean, deviation);
          for (let i = 0; i < inputs.length; i += 1) values[0]![i]! += draw.normal(INPUT_NOISE);
          forward(values, weights, biases);
          return values;
        });
        gradients(recording, states).forEach((gradient, i) => {
          errors.at(-1)![0] = gradient / BATCH;
          backward(states[i]!, errors, weights, biases);
        });
      }
      step += 1;
      const rate = LEARNING_RATE * Math.min(1, step / 100) * (0.5 * (1 + Math.cos((Math.PI * step) / steps)) + 0.01);
      for (const block of weights) block.step(step, rate, WEIGHT_DECAY);
      for (const block of biases) block.step(step, rate);
    }
  }
  return foldedLayers(weights, biases, mean, deviation);
}

/**
 * Returns the derivative of the loss by each candidate's log-odds. The loss of the count is a pseudo-Huber loss of its
 * error.
 */
function gradients(
  { syllables, likely }: CountedCandidates,
  states: readonly (readonly Float64Array[])[],
): readonly number[] {
  const probabilities = states.map((values) => 1 / (1 + Math.exp(-values.at(-1)![0]!)));
  const tolerated = TOLERATED_SYLLABLES + TOLERATED_SHARE * syllables;
  const error = (probabilities.reduce((sum, value) => sum + value, 0) - syllables) / tolerated;
  const weight = (syllables / USUAL_SYLLABLES) ** LENGTH_EXPONENT;
  const slope = error / Math.sqrt(1 + error * error) / tolerated;
  return probabilities.map((value, i) => weight * (slope * value * (1 - value) + HINT_WEIGHT * (value - likely[i]!)));
}
