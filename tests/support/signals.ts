/**
 * Test signals with known answers. All are mono, full scale ±1 and the same in every run.
 */

/** A seeded generator of uniform numbers in [0, 1) (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Linear amplitude of a level in dB. */
export function amplitudeOfDb(db: number): number {
  return 10 ** (db / 20);
}

function samplesOf(seconds: number, rateHz: number): number {
  return Math.round(seconds * rateHz);
}

export function silence(seconds: number, rateHz = 16_000): Float32Array {
  return new Float32Array(samplesOf(seconds, rateHz));
}

/** @param amplitude peak value */
export function sine(hz: number, seconds: number, amplitude = 1, rateHz = 16_000): Float32Array {
  return silence(seconds, rateHz).map((_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / rateHz));
}

/** White noise, uniform in ±amplitude. */
export function whiteNoise(seconds: number, amplitude = 1, seed = 1, rateHz = 16_000): Float32Array {
  const random = seededRandom(seed);
  return silence(seconds, rateHz).map(() => amplitude * (2 * random() - 1));
}

export function concat(...parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The sum of signals, as long as the longest one. */
export function mix(...parts: readonly Float32Array[]): Float32Array {
  const longest = Math.max(...parts.map((part) => part.length));
  return new Float32Array(longest).map((_, i) => parts.reduce((sum, part) => sum + (part[i] ?? 0), 0));
}

export interface VowelOptions {
  /** F0 at a time, in Hz. */
  readonly f0Hz: (seconds: number) => number;
  readonly seconds: number;
  /** Formants as [frequency, bandwidth] in Hz. */
  readonly formants?: readonly (readonly [number, number])[];
  /** Harmonics outside are left out. */
  readonly bandHz?: readonly [number, number];
  /** Peak value of the result. */
  readonly amplitude?: number;
}

/** The vowel of "father". */
export const OPEN_VOWEL = [
  [700, 110],
  [1200, 120],
  [2500, 160],
] as const;

/** Gain of a formant at a frequency: a resonance, 1 at DC. */
function resonance(hz: number, [centreHz, bandwidthHz]: readonly [number, number]): number {
  return centreHz ** 2 / Math.hypot(centreHz ** 2 - hz ** 2, bandwidthHz * hz);
}

/** A voiced, vowel-like sound at 16 kHz: harmonics falling by 12 dB per octave, shaped by formants. */
export function vowel({
  f0Hz,
  seconds,
  formants = OPEN_VOWEL,
  bandHz = [0, 4000],
  amplitude = 0.3,
}: VowelOptions): Float32Array {
  const output = silence(seconds);
  let phase = 0;
  for (let i = 0; i < output.length; i++) {
    const f0 = f0Hz(i / 16_000);
    phase += (2 * Math.PI * f0) / 16_000;
    let sum = 0;
    for (let h = Math.max(1, Math.ceil(bandHz[0] / f0)); h * f0 <= bandHz[1]; h++) {
      const gain = formants.reduce((product, formant) => product * resonance(h * f0, formant), 1 / h ** 2);
      sum += gain * Math.sin(h * phase + h);
    }
    output[i] = sum;
  }
  const peak = output.reduce((largest, sample) => Math.max(largest, Math.abs(sample)), 0);
  return output.map((sample) => (sample * amplitude) / peak);
}

export interface SyllableTrainOptions {
  readonly count: number;
  readonly perSecond: number;
  readonly f0Hz?: number;
  /** How far the level falls between two syllables, in dB. */
  readonly dipDb?: number;
  readonly amplitude?: number;
}

/** A vowel whose level rises and falls once per syllable, with nuclei in the middle of each syllable. */
export function syllableTrain({
  count,
  perSecond,
  f0Hz = 120,
  dipDb = 20,
  amplitude = 0.3,
}: SyllableTrainOptions): Float32Array {
  const steady = vowel({ f0Hz: () => f0Hz, seconds: count / perSecond, amplitude });
  return steady.map((sample, i) => {
    const swell = 0.5 + 0.5 * Math.cos((2 * Math.PI * i * perSecond) / 16_000);
    return sample * amplitudeOfDb(-dipDb * swell);
  });
}

/** Cuts the signal into chunks of the given lengths, repeated. */
export function chunksOf(signal: Float32Array, lengths: readonly number[]): Float32Array[] {
  const chunks: Float32Array[] = [];
  for (let at = 0, i = 0; at < signal.length; i++) {
    const length = Math.max(1, lengths[i % lengths.length]!);
    chunks.push(signal.slice(at, at + length));
    at += length;
  }
  return chunks;
}
