import { BandPower } from '../../core/activity/speechActivity/bandPower.ts';
import { HOP_SAMPLES } from '../../core/stream/frameTime.ts';
import type { SimulatedCall } from './simulateCall.ts';

const WINDOW_SAMPLES = 512;

/** Digits that are kept: ten times finer than the least step of the features. */
const KEPT_DIGITS = 5;

/** Of a made-up call, what the networks judge by, and what they should say; one value for each frame of 10 ms. */
export interface HeardCall extends Pick<SimulatedCall, 'short' | 'shared' | 'roomTalks'> {
  /** Mean squares in the telephone band. */
  readonly powers: readonly number[];
  /** The model's. */
  readonly probabilities: readonly number[];
  /** 0 or 1: someone speaks at the microphone. */
  readonly speech: readonly number[];
}

/** @param probabilities of the windows of 512 samples */
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

/** The call as heard by who joins it at a frame and stays for so many. */
export function partOf(call: HeardCall, from: number, frames: number): HeardCall {
  const part = (values: readonly number[]) => values.slice(from, from + frames);
  return { ...call, powers: part(call.powers), probabilities: part(call.probabilities), speech: part(call.speech) };
}

function rounded(value: number): number {
  return Number(value.toPrecision(KEPT_DIGITS));
}
