/** How long exact zeros last until they are noticed. */
const noticeAfterSeconds = {
  /** A device may begin with up to 2 s of them. */
  beforeSound: 2,
  afterSound: 1.2,
  /** A device that is used to them: the caller may speak for so long. */
  usual: 30,
};
/** Runs as long as this that ended by themselves are counted; shorter ones are part of any quiet recording. */
const countedRunSeconds = 0.1;
/** After so many of them zeros are usual: the device has a noise gate, or a mute key that is used. */
const usualAfterRuns = 3;

/**
 * Notices a run of exact zeros: a muted device or a missing permission, since any open microphone has noise, unless a noise
 * gate takes it away.
 */
export class DigitalSilence {
  readonly #sampleRateHz: number;
  #run = 0;
  #heardSound = false;
  #endedRuns = 0;

  constructor(sampleRateHz: number) {
    this.#sampleRateHz = sampleRateHz;
  }

  /** Accepts samples and returns whether they end in zeros that have lasted for too long. */
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
