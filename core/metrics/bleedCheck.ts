/** Longest delay from loudspeaker to microphone, including buffers of the sound card. */
const LONGEST_DELAY_FRAMES = 30;
/** Amount of the other party's speech over which levels are compared. */
const WINDOW_FRAMES = 200;
/** Unrelated voices reach 0.35 by chance at the best of 31 delays. A voice 25 dB down exceeds 0.4 in most windows. */
const ALIKE = 0.4;
/** Verdicts remembered. Two must agree, because both may speak in a window, or one may correlate by chance. */
const VERDICTS = 6;
const VERDICTS_FOR_BLEED = 2;
/** −90 dB; anything softer is silence. */
const LEAST_POWER = 1e-9;

/**
 * Detects the other party's voice reaching this party's microphone from a loudspeaker: their levels then rise and fall
 * together, with a short delay. Compares level changes from frame to frame, so that neither a loud room nor a constant
 * gain between the two matters.
 *
 * One push per 10 ms frame; costs nothing while the other party is silent.
 */
export class BleedCheck {
  readonly #own = new Float64Array(WINDOW_FRAMES + LONGEST_DELAY_FRAMES);
  readonly #other = new Float64Array(WINDOW_FRAMES + LONGEST_DELAY_FRAMES);
  readonly #verdicts: boolean[] = [];
  #isBleeding = false;
  #frames = 0;
  #ownLevel = 0;
  #otherLevel = 0;

  /** True if, so far, the other party is audible through this microphone. */
  get isBleeding(): boolean {
    return this.#isBleeding;
  }

  /**
   * @param ownPower mean square of this party's frame
   * @param otherPower mean square of the other party's frame at the same moment
   * @param otherSpeaks true if the other party is speaking
   */
  push(ownPower: number, otherPower: number, otherSpeaks: boolean): void {
    const ownLevel = 10 * Math.log10(Math.max(ownPower, LEAST_POWER));
    const otherLevel = 10 * Math.log10(Math.max(otherPower, LEAST_POWER));
    if (otherSpeaks || this.#frames > WINDOW_FRAMES) {
      this.#own[this.#frames] = ownLevel - this.#ownLevel;
      this.#other[this.#frames] = otherLevel - this.#otherLevel;
      this.#frames += 1;
    }
    this.#ownLevel = ownLevel;
    this.#otherLevel = otherLevel;
    if (this.#frames === this.#own.length) this.#judge();
  }

  #judge(): void {
    this.#frames = 0;
    let likeness = 0;
    for (let delay = 0; delay <= LONGEST_DELAY_FRAMES; delay++) {
      likeness = Math.max(likeness, correlation(this.#own, this.#other, delay));
    }
    this.#verdicts.push(likeness >= ALIKE);
    if (this.#verdicts.length > VERDICTS) this.#verdicts.shift();
    this.#isBleeding = this.#verdicts.filter((verdict) => verdict).length >= VERDICTS_FOR_BLEED;
  }
}

/** Returns the correlation coefficient of `early` and `late` shifted by `delay` frames; 0 if either is constant. */
function correlation(late: Float64Array, early: Float64Array, delay: number): number {
  let product = 0;
  let lateSquare = 0;
  let earlySquare = 0;
  for (let n = 0; n < WINDOW_FRAMES; n++) {
    const a = late[n + delay]!;
    const b = early[n]!;
    product += a * b;
    lateSquare += a * a;
    earlySquare += b * b;
  }
  return lateSquare > 0 && earlySquare > 0 ? product / Math.sqrt(lateSquare * earlySquare) : 0;
}
