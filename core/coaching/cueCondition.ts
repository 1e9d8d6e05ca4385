import type { CallConfig } from '../config/callConfig.ts';
import type { CueEvidence } from '../model/cue.ts';
import { framesOf } from '../stream/frameTime.ts';
import type { CoachingFrame, CueRule } from './cueRules.ts';
import { Hysteresis, isBeyondOn, type ThresholdReading } from './hysteresis.ts';

/** One rule over a call: tracks when its cue is due, and if the agent heeded earlier cues. */
export class CueCondition {
  readonly rule: CueRule;
  readonly #hysteresis: Hysteresis;
  readonly #heedFrames: number;
  #reading: ThresholdReading | undefined;
  #isDue = false;
  /** Frames in the rule's own time left to heed the last cue; missing once that is settled. */
  #framesToHeed: number | undefined;
  #ignoredInARow = 0;
  /** True if the ledger already contains this occasion, an unbroken time of the condition. */
  #isLogged = false;

  constructor(rule: CueRule, cues: CallConfig['cues']) {
    this.rule = rule;
    this.#hysteresis = new Hysteresis(framesOf(rule.onSeconds), framesOf(cues.offSeconds));
    this.#heedFrames = framesOf(cues.shownSeconds + cues.ignoredAfterSeconds);
  }

  /** True if the condition holds, this frame confirms it, and the agent can act on it now. */
  get isDue(): boolean {
    return this.#isDue;
  }

  /** True if the condition neither holds nor builds up. */
  get isQuiet(): boolean {
    return !this.#hysteresis.active && this.#hysteresis.beyondSince === undefined;
  }

  get isLogged(): boolean {
    return this.#isLogged;
  }

  /** Number of consecutive ignored cues. */
  get ignoredInARow(): number {
    return this.#ignoredInARow;
  }

  /** @param patience factor (≥ 1) that stretches conditions about the agent's speech before their cue is due */
  push(frame: CoachingFrame, patience: number): void {
    const running = this.rule.time === 'call' || frame.agentSpeaking;
    this.#reading = this.rule.read(frame);
    const holds = this.#hysteresis.push(frame.at, this.#reading, running, patience);
    this.#isDue = holds && this.#reading !== undefined && isBeyondOn(this.#reading) && this.rule.isTimely(frame);
    if (!holds) {
      this.#isLogged = false;
      if (this.#framesToHeed !== undefined) this.#settle(0);
    } else if (this.#framesToHeed !== undefined && running) {
      this.#framesToHeed -= 1;
      if (this.#framesToHeed <= 0) this.#settle(this.#ignoredInARow + 1);
    }
  }

  /** Records that its cue is shown now. */
  show(): void {
    this.#isLogged = true;
    this.#framesToHeed = this.#heedFrames;
  }

  /** Records that its cue is due now but held back. */
  holdBack(): void {
    this.#isLogged = true;
  }

  forgetIgnored(): void {
    this.#ignoredInARow = 0;
  }

  /** Returns the evidence for the cue. Call it only while the cue is due. */
  evidence(at: number): CueEvidence {
    const { value, on } = this.#reading!;
    const since = (this.#hysteresis.beyondSince ?? at) - this.rule.lookBackSeconds(value);
    return { metric: this.rule.metric, value, threshold: on, window: [Math.max(0, since), at] };
  }

  #settle(ignoredInARow: number): void {
    this.#ignoredInARow = ignoredInARow;
    this.#framesToHeed = undefined;
  }
}
