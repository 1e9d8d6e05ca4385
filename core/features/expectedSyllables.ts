import { secondsOf } from '../stream/frameTime.ts';

/** Longest gap between two candidates that counts as speech, in frames; a longer one is a pause. */
const LONGEST_INTERVAL_FRAMES = 40;
const USUAL_INTERVAL_FRAMES = 20;
/** Number of candidates over which the articulation rate is measured, about 3 s. */
const MEMORY_CANDIDATES = 20;
/** Speech assumed before the first candidate. */
const PRIOR_SECONDS = 1;
const PRIOR_SYLLABLES_PER_SECOND = 3.7;

/** Upper limit of hesitant speech and lower limit of fluent speech, in syllables per second without pauses. */
const HESITANT_RATE = 3;
const FLUENT_RATE = 4.5;
/**
 * Level of the talker's loud speech above the noise floor, in dB: from where syllables drown in noise to where none do.
 */
const NOISY_DB = 20;
const CLEAN_DB = 40;
/** Log-odds added to the network's answer for fluent speech, and for hesitant speech without noise. */
const FLUENT_LOG_ODDS = 0.7;
const HESITANT_CLEAN_LOG_ODDS = -0.4;

const FORGETTING = 1 - 1 / MEMORY_CANDIDATES;

/**
 * Turns the network's answers into expected syllable counts. The network underestimates the differences between people:
 * it counts too few syllables for unknown fluent speakers, and too many for hesitant ones whose syllables do not drown
 * in noise. The articulation rate by its own count tells them apart. The correction applies to the log-odds, so that
 * clear syllables remain clear.
 */
export class ExpectedSyllables {
  #syllables = 0;
  #seconds = 0;
  #lastFrame: number | undefined;

  /**
   * @param frame frame of the candidate, later than the previous one
   * @param loudOverFloorDb level of the talker's loud speech above the floor
   * @param logOdds the network's log-odds that the candidate is a syllable
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

/** Rises linearly from 0 at `none` to 1 at `all`. */
function share(value: number, none: number, all: number): number {
  return Math.min(1, Math.max(0, (value - none) / (all - none)));
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
