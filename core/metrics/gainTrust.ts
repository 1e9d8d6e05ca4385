import type { CallConfig } from '../config/callConfig.ts';
import { GainStepCheck } from './gainStepCheck.ts';
import type { SpeakerFrame } from './speakerFrame.ts';

/** Whether a microphone's gain is the one that the call began with, so that one level can be held against another. */
export class GainTrust {
  readonly #config: CallConfig['signalTrust'];
  readonly #check: GainStepCheck;
  readonly #stepSeconds: number[] = [];
  #offsetDb = 0;

  constructor(config: CallConfig['signalTrust']) {
    this.#config = config;
    this.#check = new GainStepCheck(config);
  }

  /** Takes a settled frame; returns whether with it the gain is known to have been turned. */
  push(frame: SpeakerFrame): boolean {
    const stepDb = this.#check.push(frame);
    if (stepDb === undefined) return false;
    this.#offsetDb += stepDb;
    this.#stepSeconds.push(this.#check.steppedAtSeconds);
    return true;
  }

  /** Turned and set back counts as unchanged. */
  get isUnchanged(): boolean {
    return Math.abs(this.#offsetDb) < this.#config.gainToleranceDb;
  }

  /** Whether it may just have been turned: the next words will tell. */
  get isInDoubt(): boolean {
    return this.#check.isInDoubt;
  }

  /** When it was turned, up or down, in seconds of the call. */
  get stepSeconds(): readonly number[] {
    return this.#stepSeconds;
  }
}
