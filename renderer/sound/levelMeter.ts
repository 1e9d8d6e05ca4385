import type { LevelPreview } from '../../contract/liveContract.ts';

const blockSeconds = 0.1;
const mutedSeconds = 2;

/**
 * Measures a microphone of this page for the source picker, without asking the host.
 *
 * @returns a function from mono samples, in frames of any length, to the reading of the last 100 ms whenever one is complete
 */
export function createLevelMeter(sampleRateHz: number): (samples: Float32Array) => LevelPreview | undefined {
  const blockSize = Math.round(sampleRateHz * blockSeconds);
  let count = 0;
  let energy = 0;
  let peak = 0;
  let zeroRun = 0;

  return (samples) => {
    let reading: LevelPreview | undefined;
    for (const sample of samples) {
      energy += sample * sample;
      peak = Math.max(peak, Math.abs(sample));
      zeroRun = sample === 0 ? zeroRun + 1 : 0;
      count += 1;
      if (count < blockSize) continue;
      reading = {
        levelDbfs: energy > 0 ? 10 * Math.log10(energy / count) : null,
        peakDbfs: peak > 0 ? 20 * Math.log10(peak) : null,
        muted: zeroRun >= mutedSeconds * sampleRateHz,
      };
      count = 0;
      energy = 0;
      peak = 0;
    }
    return reading;
  };
}
