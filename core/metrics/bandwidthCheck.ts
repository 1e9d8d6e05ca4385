import { bandMeanSquare, binsBetween, type PowerSpectrum } from '../features/powerSpectrum.ts';

/** A headset in its telephone mode passes nothing over 4 kHz, or 7 kHz, where fricatives have theirs. */
const VOICE = binsBetween(300, 3_400);
const FRICATIVES = binsBetween(4_500, 7_000);
/** Speech that must be heard for a verdict: 10 s, with fricatives in it. */
const LEAST_FRAMES = 1_000;
/** Full-band speech is 0–46 dB down there in 60 readings by 60 voices; the same in 8 kHz is 50–120 dB down. */
const NARROW_RATIO = 10 ** -4.8;

/**
 * Tells whether a microphone sends a telephone's band only, as a Bluetooth headset does while its microphone is in use.
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

  /** Missing under 10 s of speech. */
  get isNarrow(): boolean | undefined {
    return this.#frames < LEAST_FRAMES ? undefined : this.#fricatives < NARROW_RATIO * this.#voice;
  }
}
