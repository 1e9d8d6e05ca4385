import { FrameTrack, gaussianWindow, meanWindow } from './frameTrack.ts';
import { LevelHistogram } from './levelHistogram.ts';
import { bandMeanSquare, binsBetween, type PowerSpectrum } from './powerSpectrum.ts';

/** Band in which the vowels of any voice are loudest. Its level rises and falls with the syllables. */
const NUCLEUS_BAND = binsBetween(300, 1900);
/** Band of speech as a whole, used to compare a peak with the noise and with the talker's loudest speech. */
const LEVEL_BAND = binsBetween(300, 2500);
const LEVEL_WINDOW = gaussianWindow(1.5);
const SHORT_WINDOW = gaussianWindow(0.8);

/** Bands for the shape of a spectrum, about one critical band each (Zwicker 1961). A telephone carries nearly all. */
const BANDS = [
  [200, 400],
  [400, 510],
  [510, 630],
  [630, 770],
  [770, 920],
  [920, 1080],
  [1080, 1270],
  [1270, 1480],
  [1480, 1720],
  [1720, 2000],
  [2000, 2320],
  [2320, 3150],
  [3150, 3700],
].map(([lowHz, highHz]) => binsBetween(lowHz!, highHz!));
/** Groups of these bands, [first, end), for the course of the spectrum around a peak. */
const WIDE_BANDS = [
  [0, 1],
  [1, 4],
  [4, 8],
  [8, 11],
  [11, 13],
] as const;
/** Offsets in frames from a peak at which that course is sampled. */
const COURSE_OFFSETS = [-16, -12, -8, -5, -3, 3, 5, 8, 12, 16, 20] as const;

/** −100 dBFS; a weaker signal is silence. */
const LEAST_MEAN_SQUARE = 1e-10;

/** The talker's loud level and the noise floor are percentiles over the last 15 s. */
const LEVEL_MEMORY_FRAMES = 1500;
const LOUD_SHARE = 0.9;
const FLOOR_SHARE = 0.1;

/** Smallest rise and fall of a candidate: so small that nearly every spoken syllable has one. */
const LEAST_DIP_DB = 0.7;
/** A peak is described by the 250 ms after it and the 400 ms before it. */
const LOOK_AHEAD_FRAMES = 25;
const LOOK_BACK_FRAMES = 40;

/** Frames of look-ahead that smoothing needs. */
const SMOOTHING_FRAMES = LEVEL_WINDOW.length - 1;

const CLARITY_WINDOW = meanWindow(4);
const SHORT_CLARITY_WINDOW = meanWindow(1);

/** Values that describe a peak and its neighbours, without the spectra. */
const PEAK_INPUTS = 17;
/** Number of earlier candidates in the running mean, about 3 s, which describes how this person speaks. */
const USUAL_CANDIDATES = 20;

/** Values that describe a candidate. */
export const CANDIDATE_INPUTS = 2 * PEAK_INPUTS + BANDS.length + COURSE_OFFSETS.length * (WIDE_BANDS.length + 1);

export interface SyllableFrame {
  readonly power: PowerSpectrum;
  /** From `SpectralClarity`, 0…1. */
  readonly clarity: number;
  /** True if this speaker speaks; syllables of others in the room are not counted. */
  readonly isSpeech: boolean;
}

/** A peak of the level that may be a syllable. */
export interface SyllableCandidate {
  readonly frame: number;
  /** The talker's loud level above the noise floor. */
  readonly loudOverFloorDb: number;
  /** Description of the candidate, scaled to about ±1. Valid until the next frame. */
  readonly inputs: Float64Array;
}

/** A local minimum between two peaks. */
interface Valley {
  readonly levelDb: number;
  readonly frame: number;
  readonly clarity: number;
}

interface Peak {
  readonly frame: number;
  readonly nucleusDb: number;
  readonly valleyBefore: Valley;
}

/** The values of a returned peak that the next one is compared with. */
interface PassedPeak {
  readonly frame: number;
  readonly nucleusDb: number;
  readonly shape: Float64Array;
}

function decibels(meanSquare: number): number {
  return 10 * Math.log10(Math.max(meanSquare, LEAST_MEAN_SQUARE));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/**
 * Finds every possible syllable: peaks of the level in 300–1900 Hz that rise and fall by 0.7 dB or more, within speech.
 * There are about one and a half times as many as syllables. Each is returned 0.3 s after it was heard, with the values
 * that identify real syllables.
 */
export class SyllableCandidates {
  readonly #nucleusDb = new FrameTrack();
  readonly #levelDb = new FrameTrack();
  readonly #clarity = new FrameTrack();
  readonly #isSpeech = new FrameTrack();
  readonly #bands = BANDS.map(() => new FrameTrack());
  readonly #levels = new LevelHistogram(LEVEL_MEMORY_FRAMES);
  readonly #inputs = new Float64Array(CANDIDATE_INPUTS);
  /** Mean description of the peaks so far. */
  readonly #usual = new Float64Array(PEAK_INPUTS);
  #describedCount = 0;
  #pushed = 0;
  #valley: Valley = { levelDb: Number.POSITIVE_INFINITY, frame: 0, clarity: 0 };
  /** The peak being climbed, or not yet followed by a sufficient dip. */
  #climbed: Peak | undefined;
  /** Peaks whose look-ahead is incomplete, oldest first. */
  readonly #waiting: Peak[] = [];
  #passed: PassedPeak | undefined;
  #latest: SyllableFrame | undefined;

  push(frame: SyllableFrame): SyllableCandidate | undefined {
    this.#latest = frame;
    this.#nucleusDb.push(decibels(bandMeanSquare(frame.power, NUCLEUS_BAND)));
    this.#levelDb.push(decibels(bandMeanSquare(frame.power, LEVEL_BAND)));
    for (let i = 0; i < BANDS.length; i++) this.#bands[i]!.push(bandMeanSquare(frame.power, BANDS[i]!));
    this.#clarity.push(frame.clarity);
    this.#isSpeech.push(frame.isSpeech ? 1 : 0);
    this.#pushed += 1;
    const followed = this.#pushed - 1 - SMOOTHING_FRAMES;
    if (followed < 0) return undefined;
    this.#levels.add(this.#levelDb.around(followed, LEVEL_WINDOW));
    this.#follow(followed);
    return this.#release(followed);
  }

  /** Ends the stream, as if its last frame continued. */
  flush(): readonly SyllableCandidate[] {
    const last = this.#latest;
    if (!last) return [];
    return Array.from({ length: SMOOTHING_FRAMES + LOOK_AHEAD_FRAMES }, () => this.push(last)).flatMap((candidate) =>
      candidate ? [{ ...candidate, inputs: candidate.inputs.slice() }] : [],
    );
  }

  /** Follows the level for one more frame. */
  #follow(frame: number): void {
    const nucleusDb = this.#nucleusDb.around(frame, SHORT_WINDOW);
    const climbed = this.#climbed;
    if (!climbed) {
      if (nucleusDb < this.#valley.levelDb) this.#valley = this.#valleyAt(frame, nucleusDb);
      if (nucleusDb - this.#valley.levelDb < LEAST_DIP_DB) return;
      this.#climbed = { frame, nucleusDb, valleyBefore: this.#valley };
    } else if (nucleusDb > climbed.nucleusDb) {
      this.#climbed = { frame, nucleusDb, valleyBefore: climbed.valleyBefore };
    } else if (climbed.nucleusDb - nucleusDb >= LEAST_DIP_DB || frame - climbed.frame >= LOOK_AHEAD_FRAMES) {
      this.#waiting.push(climbed);
      this.#climbed = undefined;
      this.#valley = this.#valleyAt(frame, nucleusDb);
    }
  }

  #valleyAt(frame: number, levelDb: number): Valley {
    return { frame, levelDb, clarity: this.#clarity.around(frame, SHORT_CLARITY_WINDOW) };
  }

  /** Returns the oldest peak once its look-ahead is complete. */
  #release(frame: number): SyllableCandidate | undefined {
    const [peak, next = this.#climbed] = this.#waiting;
    if (!peak || frame < peak.frame + LOOK_AHEAD_FRAMES) return undefined;
    this.#waiting.shift();
    const levelDb = this.#levelDb.around(peak.frame, LEVEL_WINDOW);
    const shape = this.#shapeAt(peak.frame, levelDb);
    const candidate = this.#isSpeech.at(peak.frame) === 1 ? this.#described(peak, levelDb, shape, next) : undefined;
    this.#passed = { frame: peak.frame, nucleusDb: peak.nucleusDb, shape };
    return candidate;
  }

  #described(peak: Peak, levelDb: number, shape: Float64Array, next: Peak | undefined): SyllableCandidate {
    const { frame, nucleusDb, valleyBefore } = peak;
    const before = this.#passed && frame - this.#passed.frame <= LOOK_BACK_FRAMES ? this.#passed : undefined;
    const after = next && next.frame - frame <= LOOK_AHEAD_FRAMES ? next : undefined;
    const valleyAfter = this.#lowestBetween(frame, after?.frame ?? frame + LOOK_AHEAD_FRAMES);
    const loudDb = this.#levels.percentileDb(LOUD_SHARE)!;
    const floorDb = this.#levels.percentileDb(FLOOR_SHARE)!;
    const inputs = this.#inputs;
    let at = 0;
    for (const value of [
      Math.min(20, nucleusDb - valleyBefore.levelDb) / 5,
      Math.min(20, nucleusDb - valleyAfter.levelDb) / 5,
      (levelDb - loudDb) / 10,
      clamp(levelDb - floorDb, 0, 60) / 20,
      (loudDb - floorDb) / 20,
      this.#clarity.around(frame, CLARITY_WINDOW) * 2 - 1,
      this.#clarity.around(frame, SHORT_CLARITY_WINDOW) * 2 - 1,
      valleyBefore.clarity * 2 - 1,
      valleyAfter.clarity * 2 - 1,
      Math.min(LOOK_BACK_FRAMES, frame - valleyBefore.frame) / 20,
      (valleyAfter.frame - frame) / 20,
      (before ? frame - before.frame : LOOK_BACK_FRAMES) / 20 - 1,
      (after ? after.frame - frame : LOOK_AHEAD_FRAMES) / 20 - 1,
      (before ? nucleusDb - before.nucleusDb : 0) / 10,
      (after ? nucleusDb - after.nucleusDb : 0) / 10,
      before ? distance(shape, before.shape) : 0,
      after ? distance(shape, this.#shapeAt(after.frame, this.#levelDb.around(after.frame, LEVEL_WINDOW))) : 0,
    ]) {
      inputs[at++] = value;
    }
    for (const value of shape) inputs[at++] = value;
    for (const offset of COURSE_OFFSETS) {
      const seen = Math.max(0, frame + offset);
      for (const [first, end] of WIDE_BANDS) {
        let meanSquare = 0;
        for (let band = first; band < end; band++) meanSquare += this.#bands[band]!.around(seen, SHORT_WINDOW);
        inputs[at++] = clamp(decibels(meanSquare) - levelDb, -35, 15) / 10 + 1;
      }
      inputs[at++] = this.#clarity.at(seen) * 2 - 1;
    }
    this.#describedCount += 1;
    const share = 1 / Math.min(this.#describedCount, USUAL_CANDIDATES);
    for (let i = 0; i < PEAK_INPUTS; i++) {
      this.#usual[i]! += share * (inputs[i]! - this.#usual[i]!);
      inputs[at++] = this.#usual[i]!;
    }
    return { frame, loudOverFloorDb: loudDb - floorDb, inputs };
  }

  /** Returns the spectrum at a frame, relative to the level there. */
  #shapeAt(frame: number, levelDb: number): Float64Array {
    return Float64Array.from(
      this.#bands,
      (band) => clamp(decibels(band.around(frame, SHORT_WINDOW)) - levelDb, -40, 10) / 10 + 1,
    );
  }

  #lowestBetween(first: number, last: number): Valley {
    let lowest = first;
    let levelDb = Number.POSITIVE_INFINITY;
    for (let frame = first; frame <= last; frame++) {
      const nucleusDb = this.#nucleusDb.around(frame, SHORT_WINDOW);
      if (nucleusDb < levelDb) {
        levelDb = nucleusDb;
        lowest = frame;
      }
    }
    return this.#valleyAt(lowest, levelDb);
  }
}

/** Returns the mean distance of two spectra, in units of 5 dB. */
function distance(shape: Float64Array, other: Float64Array): number {
  return (2 * shape.reduce((sum, value, i) => sum + Math.abs(value - other[i]!), 0)) / shape.length;
}
