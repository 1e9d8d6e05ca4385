/** Duration of exact zeros before they are noticed. */
const noticeAfterSeconds = {
  /** A device may start with up to 2 s of them. */
  beforeSound: 2,
  afterSound: 1.2,
  /** For a device that often sends zeros: the caller may speak this long. */
  usual: 30,
};
/** Runs at least this long that ended by themselves are counted; shorter ones are part of any quiet recording. */
const countedRunSeconds = 0.1;
/** After this many runs, zeros are usual: the device has a noise gate, or a mute key that is in use. */
const usualAfterRuns = 3;

/**
 * Notices a run of exact zeros: a muted device or a missing permission. Any open microphone has noise, unless a noise
 * gate removes it.
 */
export class DigitalSilence {
  readonly #sampleRateHz: number;
  #run = 0;
  #heardSound = false;
  #endedRuns = 0;

  constructor(sampleRateHz: number) {
    this.#sampleRateHz = sampleRateHz;
  }

  /** Accepts samples and returns true if they end in zeros that have lasted too long. */
  push(samples: Int16Array): boolean {
    const first = samples.findIndex((sample) => sample !== 0);
    if (first < 0) {
      this.#run += samples.length;
    } else {
      const isCounted = this.#run + first >= countedRunSeconds * this.#sampleRateHz;
      if (this.#heardSound && isCounted) this.#endedRuns += 1;
      this.#heardSound = true;
      this.#run = samples.length - 1 - samples.findLastIndex((sample) => sample !== 0);
    }
    return this.#run >= this.#limitSeconds() * this.#sampleRateHz;
  }

  #limitSeconds(): number {
    if (this.#endedRuns >= usualAfterRuns) return noticeAfterSeconds.usual;
    return this.#heardSound ? noticeAfterSeconds.afterSound : noticeAfterSeconds.beforeSound;
  }
}
