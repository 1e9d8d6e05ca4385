import type { CallConfig } from '../config/callConfig.ts';
import { GainStepCheck } from './gainStepCheck.ts';
import type { SpeakerFrame } from './speakerFrame.ts';

/** Tracks a microphone's gain over a call, because levels can only be compared at the same gain. */
export class GainTrust {
  readonly #config: CallConfig['signalTrust'];
  readonly #check: GainStepCheck;
  readonly #stepSeconds: number[] = [];
  #offsetDb = 0;

  constructor(config: CallConfig['signalTrust']) {
    this.#config = config;
    this.#check = new GainStepCheck(config);
  }

  /** Takes a settled frame; returns true if a change of gain is detected with it. */
  push(frame: SpeakerFrame): boolean {
    const stepDb = this.#check.push(frame);
    if (stepDb === undefined) return false;
    this.#offsetDb += stepDb;
    this.#stepSeconds.push(this.#check.steppedAtSeconds);
    return true;
  }

  /** True unless the gain has changed; a change that was reversed does not count. */
  get isUnchanged(): boolean {
    return Math.abs(this.#offsetDb) < this.#config.gainToleranceDb;
  }

  /** True if the gain may just have changed, until the next words confirm or refute it. */
  get isInDoubt(): boolean {
    return this.#check.isInDoubt;
  }

  /** Times of all gain changes, up or down, in seconds of the call. */
  get stepSeconds(): readonly number[] {
    return this.#stepSeconds;
  }
}
