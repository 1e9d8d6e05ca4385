import type { CallConfig } from '../config/callConfig.ts';
import { BaselineMeter, type CaptureOrigin } from '../metrics/baselineMeter.ts';
import { isSpeechBlock, SpeakerMeter, type SpeakerReading } from '../metrics/speakerMeter.ts';
import type { Baseline } from '../model/baseline.ts';
import { secondsOf } from '../stream/frameTime.ts';
import { PartyFrontEnd } from './partyFrontEnd.ts';

/** Measures one enrolment recording with the same windows as a call. */
export class BaselinePipeline {
  static readonly minSpeechSeconds = 8;

  readonly #frontEnd: PartyFrontEnd;
  readonly #speaker: SpeakerMeter;
  readonly #meter = new BaselineMeter();
  #speechFrames = 0;

  constructor(config: CallConfig, sourceRateHz: number) {
    this.#frontEnd = new PartyFrontEnd(config.signalTrust, sourceRateHz);
    this.#speaker = new SpeakerMeter(config, undefined);
  }

  push(samples: Float32Array, probabilities: Float32Array): void {
    this.#take(this.#frontEnd.push(samples, probabilities));
  }

  flush(): void {
    this.#take(this.#frontEnd.flush());
    this.#read(this.#speaker.flush());
  }

  /** Seconds of speech so far. */
  get speechSeconds(): number {
    return secondsOf(this.#speechFrames);
  }

  /** Returns the voice baseline of this recording; missing below 8 s of speech. */
  baseline(origin: CaptureOrigin): Baseline | undefined {
    return this.speechSeconds < BaselinePipeline.minSpeechSeconds ? undefined : this.#meter.baseline(origin);
  }

  #take(ticks: ReturnType<PartyFrontEnd['push']>): void {
    for (const { settled } of ticks) if (settled) this.#read(this.#speaker.push(settled.frame));
  }

  #read(reading: SpeakerReading | undefined): void {
    if (!reading || !isSpeechBlock(reading.block)) return;
    this.#speechFrames += reading.block.speechFrames;
    this.#meter.push(reading.voice, reading.rate?.rate);
  }
}
