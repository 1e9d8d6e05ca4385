import { ANALYSIS_RATE_HZ, FRAME_SAMPLES } from '../stream/frameTime.ts';

/**
 * |X|² of one Hann-windowed analysis frame, unscaled, in bins 0…255 (the Nyquist bin is left out).
 * `bandMeanSquare` turns a range of bins into mean square.
 */
export type PowerSpectrum = Float32Array;

/** Distance of neighbouring bins, in Hz. */
export const BIN_WIDTH_HZ = ANALYSIS_RATE_HZ / FRAME_SAMPLES;

/** The symmetric Hann window of `size` samples. */
export function hannWindow(size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (size - 1)));
}

/** Mean square = 2 ΣP / (N Σw²): the factor 2 counts the negative frequencies, and Σw² the power lost to the window. */
const BIN_POWER_SCALE = 2 / (FRAME_SAMPLES * hannWindow(FRAME_SAMPLES).reduce((sum, w) => sum + w * w, 0));

/** The bins from `first` up to, but not including, `end`. */
export interface BinRange {
  readonly first: number;
  readonly end: number;
}

/** Returns the bins with centres in [lowHz, highHz), so that adjacent bands share no bin. */
export function binsBetween(lowHz: number, highHz: number): BinRange {
  return { first: Math.ceil(lowHz / BIN_WIDTH_HZ), end: Math.ceil(highHz / BIN_WIDTH_HZ) };
}

/** Returns the mean square of the frame in a band, full scale ±1 (a full-scale sine in the band gives 0.5). */
export function bandMeanSquare(power: PowerSpectrum, { first, end }: BinRange): number {
  let sum = 0;
  for (let bin = first; bin < end; bin++) sum += power[bin]!;
  return sum * BIN_POWER_SCALE;
}
