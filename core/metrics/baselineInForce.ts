import type { Baseline } from '../model/baseline.ts';
import type { CallConfig } from '../pipeline/config.ts';
import { BaselineMeter, type CaptureOrigin } from './baselineMeter.ts';
import type { VoiceReading } from './trailingVoice.ts';

/**
 * The baseline an agent's call is measured against: the personal one where there is one, else a provisional one that is
 * learned from the first speech of the call and holds from then on.
 */
export class BaselineInForce {
  readonly #origin: CaptureOrigin;
  readonly #speechFrames: number;
  readonly #personal: Baseline | undefined;
  readonly #meter = new BaselineMeter();
  #heardFrames = 0;
  #provisional: Baseline | undefined;

  constructor(personal: Baseline | undefined, origin: CaptureOrigin, config: CallConfig['effort']) {
    this.#personal = personal;
    this.#origin = origin;
    this.#speechFrames = Math.round(config.provisionalSpeechSeconds * 100);
  }

  /** Takes a block's readings; only blocks with speech teach. */
  push(speechFrames: number, reading: VoiceReading, rate: number | undefined): void {
    if (this.#personal || this.#provisional || speechFrames === 0) return;
    this.#meter.push(reading, rate);
    this.#heardFrames += speechFrames;
    if (this.#heardFrames >= this.#speechFrames) this.#provisional = this.#meter.baseline(this.#origin);
  }

  get baseline(): Baseline | undefined {
    return this.#personal ?? this.#provisional;
  }

  /** Whether levels may be compared with the baseline: known to be free of gain control, and the same device. */
  get gainTrusted(): boolean {
    const { device, agc } = this.#origin;
    const baseline = this.baseline;
    return baseline?.agc === false && agc !== true && (device === null || device === baseline.device);
  }

  get kind(): 'personal' | 'provisional' | 'none' {
    if (this.#personal) return 'personal';
    return this.#provisional ? 'provisional' : 'none';
  }
}
