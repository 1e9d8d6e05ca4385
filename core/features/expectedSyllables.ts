import { secondsOf } from '../stream/frameTime.ts';

/** Frames from a candidate to the one before it that are speech at most: a longer time is a pause. */
const LONGEST_INTERVAL_FRAMES = 40;
const USUAL_INTERVAL_FRAMES = 20;
/** How many candidates back the articulation rate is measured, about 3 s. */
const MEMORY_CANDIDATES = 20;
/** What is taken to have come before the first candidate. */
const PRIOR_SECONDS = 1;
const PRIOR_SYLLABLES_PER_SECOND = 3.7;

/** Hesitant speech is no faster, fluent speech no slower, both in syllables a second without pauses. */
const HESITANT_RATE = 3;
const FLUENT_RATE = 4.5;
/** The talker's loud level above the floor, dB: with so little of it syllables drown in noise, with so much none does. */
const NOISY_DB = 20;
const CLEAN_DB = 40;
/** Log-odds that are added to the network's answer in fluent speech, and in hesitant speech without noise. */
const FLUENT_LOG_ODDS = 0.7;
const HESITANT_CLEAN_LOG_ODDS = -0.4;

const FORGETTING = 1 - 1 / MEMORY_CANDIDATES;

/**
 * Turns the network's answers into the syllables that are to be expected. A network takes people for more alike than they
 * are: fluent speakers whom it does not know are counted short and hesitant ones too long, these only where none of their
 * syllables drowns in noise. How fast somebody speaks by its own count tells them apart. The correction is to the log-odds,
 * so that clear syllables stay what they are.
 */
export class ExpectedSyllables {
  #syllables = 0;
  #seconds = 0;
  #lastFrame: number | undefined;

  /**
   * @param frame of a candidate, later than the one before
   * @param loudOverFloorDb level of the talker's loud speech above the floor
   * @param logOdds that it is a syllable, as the network says
   * @returns its share of the count, 0…1
   */
  add(frame: number, loudOverFloorDb: number, logOdds: number): number {
    const interval = this.#lastFrame === undefined ? USUAL_INTERVAL_FRAMES : frame - this.#lastFrame;
    this.#lastFrame = frame;
    this.#syllables = FORGETTING * this.#syllables + probability(logOdds);
    this.#seconds = FORGETTING * this.#seconds + secondsOf(Math.min(LONGEST_INTERVAL_FRAMES, interval));
    const rate = (this.#syllables + PRIOR_SECONDS * PRIOR_SYLLABLES_PER_SECOND) / (this.#seconds + PRIOR_SECONDS);
    const fluency = share(rate, HESITANT_RATE, FLUENT_RATE);
    const cleanness = share(loudOverFloorDb, NOISY_DB, CLEAN_DB);
    const hesitant = cleanness * HESITANT_CLEAN_LOG_ODDS;
    return probability(logOdds + hesitant + fluency * (FLUENT_LOG_ODDS - hesitant));
  }
}

/** 0 up to `none`, 1 from `all` on. */
function share(value: number, none: number, all: number): number {
  return Math.min(1, Math.max(0, (value - none) / (all - none)));
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
