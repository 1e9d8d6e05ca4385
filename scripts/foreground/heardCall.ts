import { BandPower } from '../../core/activity/speechActivity/bandPower.ts';
import { HOP_SAMPLES } from '../../core/stream/frameTime.ts';
import type { SimulatedCall } from './simulateCall.ts';

const WINDOW_SAMPLES = 512;

/** Digits that are stored: ten times finer than the smallest step of the features. */
const STORED_DIGITS = 5;

/** The inputs of the networks for a simulated call and the labels, one value per frame of 10 ms. */
export interface HeardCall extends Pick<SimulatedCall, 'short' | 'shared' | 'roomTalks'> {
  /** Mean squares in the telephone band. */
  readonly powers: readonly number[];
  /** The speech probability of the model. */
  readonly probabilities: readonly number[];
  /** 1 if someone speaks at the microphone, 0 otherwise. */
  readonly speech: readonly number[];
}

/** @param probabilities one per window of 512 samples */
export function heardCall(call: SimulatedCall, probabilities: Float32Array): HeardCall {
  const powers = new BandPower().push(call.samples);
  const { short, shared, roomTalks } = call;
  return {
    short,
    shared,
    roomTalks,
    powers: powers.map(rounded),
    probabilities: powers.map((_, frame) => {
      const window = Math.floor(((frame + 0.5) * HOP_SAMPLES) / WINDOW_SAMPLES);
      return rounded(probabilities[Math.min(window, probabilities.length - 1)] ?? 0);
    }),
    speech: [...call.speech.subarray(0, powers.length)],
  };
}

/** Returns the part of a call from a frame on, as a call of `frames` frames. */
export function partOf(call: HeardCall, from: number, frames: number): HeardCall {
  const part = (values: readonly number[]) => values.slice(from, from + frames);
  return { ...call, powers: part(call.powers), probabilities: part(call.probabilities), speech: part(call.speech) };
}

function rounded(value: number): number {
  return Number(value.toPrecision(STORED_DIGITS));
}
