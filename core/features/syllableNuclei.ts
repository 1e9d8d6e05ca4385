import { ANALYSIS_FRAMES } from '../audio/framer.ts';
import { ANALYSIS_RATE_HZ } from '../audio/resampler.ts';
import type { Stage } from '../pipeline/stage.ts';
import { FrameTrack, gaussianWindow, meanWindow } from './frameTrack.ts';
import { LevelHistogram } from './levelHistogram.ts';
import { bandMeanSquare, binsBetween, type PowerSpectrum } from './powerSpectrum.ts';

/*
 * Every constant was fitted on read, accented, spontaneous and acted speech with counted syllables, one half of the clips
 * against the other; none belongs to one collection.
 */

/** Where a vowel is loudest, in any voice and on the telephone: its level rises and falls with the syllables. */
const NUCLEUS_BAND = binsBetween(300, 1900);
const NUCLEUS_WINDOW = gaussianWindow(0.8);
/** Speech as a whole, to tell how far a nucleus stands above the noise and below the talker's loudest. */
const LEVEL_BAND = binsBetween(300, 2500);
const LEVEL_WINDOW = gaussianWindow(1.5);
/** −100 dBFS: fainter is silence. */
const LEAST_MEAN_SQUARE = 1e-10;

/** The talker's loud level and the noise floor are percentiles over the last 15 s and 200 ms ahead. */
const LEVEL_MEMORY_FRAMES = 1500;
const LOOK_AHEAD_FRAMES = 20;
const LOUD_SHARE = 0.9;
const FLOOR_SHARE = 0.1;

/** A nucleus rises and falls by so many dB; by more the fainter it is beyond 9 dB below the loud level. */
const LEAST_RISE_DB = 3;
const RISE_PER_FAINT_DB = 0.9;
const LEAST_FALL_DB = 2;
const FALL_PER_FAINT_DB = 0.2;
const FAINT_FROM_DB = 9;

/** Clarity is averaged over 90 ms; each 0.1 it lacks makes a nucleus count as 2 dB fainter. */
const CLARITY_WINDOW = meanWindow(4);
const LEAST_CLARITY = 0.4;
const FULL_CLARITY = 0.9;
const DB_PER_CLARITY = 20;

/** A nucleus is at most so far below the loud level, and so far above the floor: in dB, and as a share of the range. */
const DEEPEST_BELOW_LOUD_DB = 23;
const LEAST_OVER_FLOOR_DB = 6.5;
const LEAST_SHARE_OF_RANGE = 0.2;

/** Input ahead of the frame that is decided on: the look-ahead, and what the last of it takes to smooth. */
const DELAY_FRAMES = LOOK_AHEAD_FRAMES + LEVEL_WINDOW.length - 1;

/** Of two peaks within 50 ms the larger is the nucleus. */
const LEAST_DISTANCE_FRAMES = 5;

export interface SyllableFrame {
  readonly power: PowerSpectrum;
  /** From `SpectralClarity`, 0…1. */
  readonly clarity: number;
  /** Whether this speaker, and nobody else in the room, speaks: nuclei elsewhere are not counted. */
  readonly isSpeech: boolean;
}

export interface SyllableNucleus {
  /** From the start of the stream. */
  readonly timeSeconds: number;
}

/** What is known about a frame that may be a nucleus. */
interface Candidate {
  readonly frame: number;
  readonly nucleusDb: number;
  readonly faintDb: number;
  readonly isNucleus: boolean;
}

function levelDb(meanSquare: number): number {
  return 10 * Math.log10(Math.max(meanSquare, LEAST_MEAN_SQUARE));
}

/**
 * Counts syllables: peaks of the level in 300–1900 Hz that rise and fall far enough, are voiced and stand out from the
 * noise. How far is enough depends on how faint the peak is beside the talker's own loud level.
 *
 * A nucleus comes out 0.25 s after the level has fallen from it by the dip.
 *
 * @see N. H. de Jong & T. Wempe, "Praat script to detect syllable nuclei…" (2009), for the method
 */
export class SyllableNuclei implements Stage<SyllableFrame, SyllableNucleus> {
  readonly #nucleusDb = new FrameTrack();
  readonly #levelDb = new FrameTrack();
  readonly #clarity = new FrameTrack();
  readonly #isSpeech = new FrameTrack();
  readonly #levels = new LevelHistogram(LEVEL_MEMORY_FRAMES);
  #pushed = 0;
  /** The lowest level since the last peak, or the peak being climbed. */
  #valleyDb = Number.POSITIVE_INFINITY;
  #peak: Candidate | undefined;
  /** An accepted nucleus that a larger peak close behind may still replace. */
  #nucleus: Candidate | undefined;
  #latest: SyllableFrame | undefined;

  push(frame: SyllableFrame): readonly SyllableNucleus[] {
    this.#latest = frame;
    this.#nucleusDb.push(levelDb(bandMeanSquare(frame.power, NUCLEUS_BAND)));
    this.#levelDb.push(levelDb(bandMeanSquare(frame.power, LEVEL_BAND)));
    this.#clarity.push(frame.clarity);
    this.#isSpeech.push(frame.isSpeech ? 1 : 0);
    this.#pushed += 1;
    const smoothed = this.#pushed - LEVEL_WINDOW.length;
    if (smoothed >= 0) this.#levels.add(this.#levelDb.around(smoothed, LEVEL_WINDOW));
    const decided = this.#pushed - 1 - DELAY_FRAMES;
    if (decided < 0) return [];
    this.#follow(this.#candidateAt(decided));
    return this.#releaseBefore(decided - LEAST_DISTANCE_FRAMES + 1);
  }

  flush(): readonly SyllableNucleus[] {
    const last = this.#latest;
    if (!last) return [];
    const nuclei = Array.from({ length: DELAY_FRAMES }, () => this.push(last)).flat();
    if (this.#peak) this.#accept(this.#peak);
    this.#peak = undefined;
    return [...nuclei, ...this.#releaseBefore(Number.POSITIVE_INFINITY)];
  }

  #candidateAt(frame: number): Candidate {
    const level = this.#levelDb.around(frame, LEVEL_WINDOW);
    const loud = this.#levels.percentileDb(LOUD_SHARE)!;
    const floor = this.#levels.percentileDb(FLOOR_SHARE)!;
    const clarity = this.#clarity.around(frame, CLARITY_WINDOW);
    const gate = Math.max(
      loud - DEEPEST_BELOW_LOUD_DB,
      floor + LEAST_OVER_FLOOR_DB,
      floor + LEAST_SHARE_OF_RANGE * (loud - floor),
    );
    return {
      frame,
      nucleusDb: this.#nucleusDb.around(frame, NUCLEUS_WINDOW),
      faintDb: Math.max(0, loud - level - FAINT_FROM_DB),
      isNucleus:
        this.#isSpeech.at(frame) === 1 &&
        clarity >= LEAST_CLARITY &&
        level - DB_PER_CLARITY * Math.max(0, FULL_CLARITY - clarity) >= gate,
    };
  }

  /** Follows the level to one more frame. */
  #follow(here: Candidate): void {
    const peak = this.#peak;
    if (!peak) {
      this.#valleyDb = Math.min(this.#valleyDb, here.nucleusDb);
      const riseDb = here.nucleusDb - this.#valleyDb;
      if (riseDb >= LEAST_RISE_DB + RISE_PER_FAINT_DB * here.faintDb) this.#peak = here;
    } else if (here.nucleusDb > peak.nucleusDb) {
      this.#peak = here;
    } else if (peak.nucleusDb - here.nucleusDb >= LEAST_FALL_DB + FALL_PER_FAINT_DB * peak.faintDb) {
      this.#accept(peak);
      this.#peak = undefined;
      this.#valleyDb = here.nucleusDb;
    }
  }

  #accept(peak: Candidate): void {
    if (!peak.isNucleus) return;
    const isRival = this.#nucleus && peak.frame - this.#nucleus.frame < LEAST_DISTANCE_FRAMES;
    if (!isRival || peak.nucleusDb > this.#nucleus!.nucleusDb) this.#nucleus = peak;
  }

  /** Gives out the accepted nucleus once no later peak can take its place. */
  #releaseBefore(frame: number): readonly SyllableNucleus[] {
    const nucleus = this.#nucleus;
    if (!nucleus || nucleus.frame >= frame) return [];
    if (this.#peak && this.#peak.frame - nucleus.frame < LEAST_DISTANCE_FRAMES) return [];
    this.#nucleus = undefined;
    const centre = nucleus.frame * ANALYSIS_FRAMES.hopSize + ANALYSIS_FRAMES.frameSize / 2;
    return [{ timeSeconds: centre / ANALYSIS_RATE_HZ }];
  }
}
