/** Half the width of the gain dip around a peak: about a third of the period of a low voice. */
const REACH_SECONDS = 0.003;

/**
 * Limits every sample to ±ceiling by lowering the gain smoothly around each peak; a signal that never exceeds the
 * ceiling is returned unchanged. The gain is the lowest one needed within reach of each sample, averaged over the same
 * reach, so that no averaged gain exceeds what the sample in its middle allows.
 *
 * @throws {RangeError} if the ceiling is not positive
 */
export function limitPeaks(samples: Float32Array, ceiling: number, sampleRateHz: number): Float32Array {
  if (!(ceiling > 0)) throw new RangeError(`A ceiling of ${ceiling} leaves no signal.`);
  const reach = Math.round(REACH_SECONDS * sampleRateHz);
  const least = new Float64Array(samples.length).fill(1);
  for (const [index, sample] of samples.entries()) {
    const needed = ceiling / Math.abs(sample);
    if (needed >= 1) continue;
    const end = Math.min(index + reach, samples.length - 1);
    for (let i = Math.max(index - reach, 0); i <= end; i++) least[i] = Math.min(least[i]!, needed);
  }
  return samples.map((sample, index) => {
    const from = Math.max(index - reach, 0);
    const to = Math.min(index + reach, samples.length - 1);
    let sum = 0;
    for (let i = from; i <= to; i++) sum += least[i]!;
    const gain = sum / (to - from + 1);
    return gain < 1 ? sample * gain : sample;
  });
}
