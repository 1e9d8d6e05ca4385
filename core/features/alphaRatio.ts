import { NoiseGuard } from './noiseGuard.ts';
import { type BinRange, bandMeanSquare, binsBetween, type PowerSpectrum } from './powerSpectrum.ts';

/** Bands of the alpha ratio at full bandwidth. Effort raises the share of energy in the upper one. */
const WIDE_BANDS = { low: binsBetween(200, 1000), high: binsBetween(1000, 4000) };
const TELEPHONE_BANDS = { low: binsBetween(300, 1000), high: binsBetween(1000, 3400) };
const TELEPHONE_RATE_HZ = 8000;

/** Time constant of the noise estimate, 2 s. The estimate starts as a plain mean. */
const NOISE_MEMORY_FRAMES = 200;
/** 100 ms. With less noise heard, its share of the speech frames is unknown. */
const LEAST_NOISE_FRAMES = 10;
/** 2 s. After this much speech without a pause, its quietest frames serve as the upper bound of the noise. */
const LEAST_SPEECH_FRAMES = 200;

/** 15 dB. Below it, subtracting the noise leaves too little to trust. */
const LEAST_SIGNAL_TO_NOISE = 10 ** 1.5;

interface BandEnergies {
  readonly low: number;
  readonly high: number;
}

/** Mean squares, summed over frames; energies of any frames may be added up. */
export interface AlphaEnergy extends BandEnergies {
  /** The noise in `low` and `high`, as estimated when the frames were heard. */
  readonly lowNoise: number;
  readonly highNoise: number;
}

export const NO_ALPHA_ENERGY: AlphaEnergy = { low: 0, high: 0, lowNoise: 0, highNoise: 0 };

export function addAlphaEnergy(a: AlphaEnergy, b: AlphaEnergy): AlphaEnergy {
  return {
    low: a.low + b.low,
    high: a.high + b.high,
    lowNoise: a.lowNoise + b.lowNoise,
    highNoise: a.highNoise + b.highNoise,
  };
}

/**
 * Alpha ratio in dB, a level-independent measure of vocal effort: the energy in 1–4 kHz relative to that in 0.2–1 kHz
 * (on the telephone, 1–3.4 kHz and 0.3–1 kHz), each less its noise, from the summed energies of voiced frames. It rises
 * 0.42–0.68 dB per dB of vocal level.
 *
 * @returns the ratio in dB, or `undefined` if the signal-to-noise ratio of the sum is under 15 dB
 * @see J. Sundberg & M. Nordenberg, "Effects of vocal loudness variation on spectrum balance…" (2006)
 */
export function alphaRatioDb({ low, high, lowNoise, highNoise }: AlphaEnergy): number | undefined {
  const lowVoice = low - lowNoise;
  const highVoice = high - highNoise;
  if (lowVoice <= 0 || highVoice <= 0) return undefined;
  if (low + high < LEAST_SIGNAL_TO_NOISE * (lowNoise + highNoise)) return undefined;
  return 10 * Math.log10(highVoice / lowVoice);
}

/** Energies of one stream in the alpha bands, frame by frame, with a running estimate of their noise. */
export class AlphaBands {
  readonly #low: BinRange;
  readonly #high: BinRange;
  #lowNoise = 0;
  #highNoise = 0;
  #noiseFrames = 0;
  readonly #guard = new NoiseGuard<BandEnergies>();
  /** The latest spectrum without speech, which may be shared by several frames, and its band energies. */
  #silence: PowerSpectrum | undefined;
  #inSilence: BandEnergies = { low: 0, high: 0 };
  #speechFrames = 0;
  /** The quietest frames of speech, quietest first, collected while the noise is unknown. */
  #quietest: BandEnergies[] = [];

  /** @param sourceRateHz sample rate before resampling; up to 8 kHz means telephone band */
  constructor(sourceRateHz: number) {
    const bands = sourceRateHz <= TELEPHONE_RATE_HZ ? TELEPHONE_BANDS : WIDE_BANDS;
    this.#low = bands.low;
    this.#high = bands.high;
  }

  /** Learns the noise from a frame in which this speaker is silent, once it is known to be well away from speech. */
  pushSilence(power: PowerSpectrum): void {
    if (power !== this.#silence) {
      this.#silence = power;
      this.#inSilence = this.#energies(power);
    }
    const noise = this.#guard.pushSilence(this.#inSilence);
    if (!noise) return;
    this.#noiseFrames = Math.min(this.#noiseFrames + 1, NOISE_MEMORY_FRAMES);
    this.#lowNoise += (noise.low - this.#lowNoise) / this.#noiseFrames;
    this.#highNoise += (noise.high - this.#highNoise) / this.#noiseFrames;
  }

  /**
   * Takes a frame of speech. Its noise is the noise heard in silence. Before any silence, the quietest 100 ms of the
   * speech, voiced or not, serve as an upper bound.
   *
   * @returns its energies; `undefined` if it is unvoiced or neither noise estimate is known
   */
  pushSpeech(power: PowerSpectrum, isVoiced: boolean): AlphaEnergy | undefined {
    this.#guard.pushSpeech();
    const isNoiseKnown = this.#noiseFrames >= LEAST_NOISE_FRAMES;
    if (isNoiseKnown && !isVoiced) return undefined;
    const energies = this.#energies(power);
    if (isNoiseKnown) return { ...energies, lowNoise: this.#lowNoise, highNoise: this.#highNoise };
    const bound = this.#noiseBound(energies);
    return isVoiced && bound ? { ...energies, lowNoise: bound.low, highNoise: bound.high } : undefined;
  }

  /** Returns the upper bound of the noise, including one more frame of speech; `undefined` before 2 s of speech. */
  #noiseBound(energies: BandEnergies): BandEnergies | undefined {
    this.#speechFrames += 1;
    this.#quietest = [...this.#quietest, energies]
      .sort((a, b) => a.low + a.high - (b.low + b.high))
      .slice(0, LEAST_NOISE_FRAMES);
    if (this.#speechFrames < LEAST_SPEECH_FRAMES) return undefined;
    const mean = (band: keyof BandEnergies) =>
      this.#quietest.reduce((sum, frame) => sum + frame[band], 0) / LEAST_NOISE_FRAMES;
    return { low: mean('low'), high: mean('high') };
  }

  #energies(power: PowerSpectrum): BandEnergies {
    return { low: bandMeanSquare(power, this.#low), high: bandMeanSquare(power, this.#high) };
  }
}
