import type { CallConfig } from '../config/callConfig.ts';
import type { Baseline } from '../model/baseline.ts';
import { framesOf } from '../stream/frameTime.ts';
import { BaselineMeter, type CaptureOrigin } from './baselineMeter.ts';
import type { GainTrust } from './gainTrust.ts';
import type { VoiceReading } from './trailingVoice.ts';

/**
 * The baseline of an agent's call: the personal one if there is one, otherwise a provisional one, learned from the
 * first speech of the call and fixed from then on.
 */
export class BaselineInForce {
  readonly #origin: CaptureOrigin;
  readonly #speechFrames: number;
  readonly #personal: Baseline | undefined;
  readonly #gain: GainTrust;
  readonly #meter = new BaselineMeter();
  #heardFrames = 0;
  #provisional: Baseline | undefined;

  /** @param gain tells if the gain is unchanged since the start of the call */
  constructor(personal: Baseline | undefined, origin: CaptureOrigin, gain: GainTrust, config: CallConfig['effort']) {
    this.#gain = gain;
    this.#personal = personal;
    this.#origin = origin;
    this.#speechFrames = framesOf(config.provisionalSpeechSeconds);
  }

  /** Takes a block's readings; learns only from blocks with speech. */
  push(speechFrames: number, reading: VoiceReading, rate: number | undefined): void {
    if (this.#personal || this.#provisional || speechFrames === 0) return;
    this.#meter.push(reading, rate);
    this.#heardFrames += speechFrames;
    if (this.#heardFrames >= this.#speechFrames) this.#provisional = this.#meter.baseline(this.#origin);
  }

  get baseline(): Baseline | undefined {
    return this.#personal ?? this.#provisional;
  }

  /** True if levels may be compared with the baseline: no gain control, the same device and an unchanged gain. */
  get gainTrusted(): boolean {
    return this.#isGainKnown && this.#gain.isUnchanged && !this.#gain.isInDoubt;
  }

  /** True if a changed gain is the only reason not to compare levels. */
  get isGainTurned(): boolean {
    return this.#isGainKnown && !this.#gain.isUnchanged;
  }

  get #isGainKnown(): boolean {
    const { device, agc } = this.#origin;
    const baseline = this.baseline;
    return baseline?.agc === false && agc !== true && (device === null || device === baseline.device);
  }

  get kind(): 'personal' | 'provisional' | 'none' {
    if (this.#personal) return 'personal';
    return this.#provisional ? 'provisional' : 'none';
  }
}
