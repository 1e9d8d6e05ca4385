import { filtered, highShelf } from './biquad.ts';

/** Rise of the alpha ratio per dB of vocal level: within the 0.42–0.68 dB of Sundberg & Nordenberg (2006). */
const ALPHA_DB_PER_DB = 0.5;
/** Rise of F0 per dB of vocal level (Andersson et al. 1996). */
const SEMITONES_PER_DB = 0.4;
/** The alpha ratio compares the energy above and below this frequency. */
const PIVOT_HZ = 1000;
/** Shelf gain per dB of alpha ratio: a shelf reaches only part of its gain in the octave above its corner. */
const SHELF_DB_PER_ALPHA_DB = 1.45;

/** Returns the semitones by which F0 moves at an effort, both relative to normal speech. */
export function pitchShiftSemitones(effortDb: number): number {
  return SEMITONES_PER_DB * effortDb;
}

/**
 * Returns espeak-ng's pitch setting (0–99, 50 is the voice's usual pitch) for a shift in semitones. Its curve, measured
 * as the median F0 of a sentence from setting 30 to 90 in both voices used here, is 0.14·d + 0.0005·d² semitones at
 * setting 50 + d.
 *
 * @throws {RangeError} if espeak-ng can't make the shift
 */
export function espeakPitch(semitones: number): number {
  const [linear, square] = [0.14, 0.0005];
  const setting = 50 + Math.round((-linear + Math.sqrt(linear ** 2 + 4 * square * semitones)) / (2 * square));
  if (!(setting >= 0 && setting <= 99)) {
    throw new RangeError(`espeak-ng cannot shift a voice by ${semitones} semitones.`);
  }
  return setting;
}

/**
 * Tilts the spectrum as vocal effort does: a louder voice rises more above 1 kHz than below, a softer one falls more.
 * Level is set afterwards, by gain.
 */
export function tilted(samples: Float32Array, effortDb: number, sampleRateHz: number): Float32Array {
  const gainDb = SHELF_DB_PER_ALPHA_DB * ALPHA_DB_PER_DB * effortDb;
  return filtered(samples, highShelf(PIVOT_HZ, gainDb, sampleRateHz));
}
