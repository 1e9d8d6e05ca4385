import { activeSpeechLevelDbfs } from './activeSpeechLevel.ts';

const PEAK_LIMIT = 0.98;

/**
 * Adds noise over the whole length, silences included, so that its mean level is `snrDb` below the active speech level.
 * If the sum would clip, all of it is made softer. Silence stays unchanged, because it has no speech level.
 */
export function addNoise(speech: Float32Array, noise: Float32Array, snrDb: number, sampleRateHz: number): Float32Array {
  const speechDbfs = activeSpeechLevelDbfs(speech, sampleRateHz);
  if (speechDbfs === undefined) return speech.slice();
  const gain = 10 ** ((speechDbfs - snrDb - levelDbfs(noise)) / 20);
  const sum = speech.map((sample, i) => sample + gain * noise[i]!);
  const peak = sum.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return peak > PEAK_LIMIT ? sum.map((sample) => (sample * PEAK_LIMIT) / peak) : sum;
}

/** Returns the mean square in dBFS; a full-scale square wave is 0. */
export function levelDbfs(samples: Float32Array): number {
  return 10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}
