import { bandMeanSquare, binsBetween, type PowerSpectrum } from '../features/powerSpectrum.ts';

/** A headset in telephone mode passes nothing above 4 kHz (or 7 kHz), where the energy of fricatives is. */
const VOICE = binsBetween(300, 3_400);
const FRICATIVES = binsBetween(4_500, 7_000);
/** Speech needed for a verdict: 10 s, which contains fricatives. */
const LEAST_FRAMES = 1_000;
/** In full-band speech the upper band is 0–46 dB down (60 recordings of 60 voices); at 8 kHz it is 50–120 dB down. */
const NARROW_RATIO = 10 ** -4.8;

/**
 * Detects a microphone that sends only the telephone band, as a Bluetooth headset does while its microphone is in use.
 * One push per frame of speech.
 */
export class BandwidthCheck {
  #frames = 0;
  #voice = 0;
  #fricatives = 0;

  push(power: PowerSpectrum): void {
    this.#frames += 1;
    this.#voice += bandMeanSquare(power, VOICE);
    this.#fricatives += bandMeanSquare(power, FRICATIVES);
  }

  /** Missing before 10 s of speech. */
  get isNarrow(): boolean | undefined {
    return this.#frames < LEAST_FRAMES ? undefined : this.#fricatives < NARROW_RATIO * this.#voice;
  }
}
