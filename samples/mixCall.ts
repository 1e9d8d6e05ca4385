import { filtered, lowPass } from './biquad.ts';
import { normalFrom, seededUniform } from './randomNumbers.ts';
import { amplified, levelDbfs } from './speechLevel.ts';

/** Level of the noise on every channel, in speech and in silence. */
export const NOISE_FLOOR_DBFS = -68;
/** Frequency above which the noise of a quiet room falls off. */
const NOISE_CORNER_HZ = 1000;
/**
 * Resolution of the samples. The rounding error (−83 dBFS) is far below the noise floor, and a lossless file is a third
 * smaller.
 */
const SAMPLE_BITS = 13;

/** A clip and its start on its channel, in seconds. */
export interface PlacedSound {
  readonly start: number;
  readonly samples: Float32Array;
}

/**
 * Mixes one channel of a call: its sounds over a faint noise floor.
 *
 * @param seed of the noise; each channel needs its own
 * @throws {RangeError} if a sound does not fit into the call
 */
export function mixChannel(
  sounds: readonly PlacedSound[],
  seconds: number,
  sampleRateHz: number,
  seed: number,
): Float32Array {
  const channel = noiseFloor(Math.round(seconds * sampleRateHz), sampleRateHz, seed);
  for (const { start, samples } of sounds) {
    const offset = Math.round(start * sampleRateHz);
    if (offset < 0 || offset + samples.length > channel.length) {
      throw new RangeError(`A sound of ${samples.length} samples at ${start} s does not fit into ${seconds} s.`);
    }
    for (const [index, sample] of samples.entries()) channel[offset + index]! += sample;
  }
  return channel;
}

function noiseFloor(length: number, sampleRateHz: number, seed: number): Float32Array {
  const normal = normalFrom(seededUniform(seed));
  const noise = filtered(Float32Array.from({ length }, normal), lowPass(NOISE_CORNER_HZ, sampleRateHz));
  return amplified(noise, NOISE_FLOOR_DBFS - levelDbfs(noise));
}

/**
 * Returns interleaved 16-bit PCM whose lowest bits are zero.
 *
 * @param channels of equal length, full scale ±1
 * @throws {RangeError} if a sample does not fit
 */
export function interleavedPcm(channels: readonly Float32Array[]): Int16Array {
  const length = channels[0]?.length ?? 0;
  const step = 2 ** (16 - SAMPLE_BITS);
  const pcm = new Int16Array(length * channels.length);
  for (const [channel, samples] of channels.entries()) {
    for (const [index, sample] of samples.entries()) {
      const value = Math.round((sample * 32_768) / step) * step;
      if (Math.abs(value) >= 32_768) throw new RangeError(`Sample ${index} of channel ${channel} clips.`);
      pcm[index * channels.length + channel] = value;
    }
  }
  return pcm;
}
