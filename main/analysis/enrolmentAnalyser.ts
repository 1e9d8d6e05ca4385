import { Resampler } from '../../core/audio/resampler.ts';
import { type CallConfig, defaultCallConfig } from '../../core/config/callConfig.ts';
import type { CaptureOrigin } from '../../core/metrics/baselineMeter.ts';
import { AppError } from '../../core/model/appError.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import { BaselinePipeline } from '../../core/pipeline/baselinePipeline.ts';
import type { SpeechModel } from './speechModel.ts';
import type { SpeechModelStream } from './speechModelStream.ts';

/** Measures one enrolment from any source. */
export class EnrolmentAnalyser {
  readonly #resampler: Resampler;
  readonly #speech: SpeechModelStream;
  readonly #pipeline: BaselinePipeline;

  constructor(model: SpeechModel, sampleRateHz: number, config: CallConfig = defaultCallConfig) {
    this.#resampler = new Resampler(sampleRateHz);
    this.#speech = model.open();
    this.#pipeline = new BaselinePipeline(config, sampleRateHz);
  }

  /** Seconds of speech so far. */
  get speechSeconds(): number {
    return this.#pipeline.speechSeconds;
  }

  /** @param samples mono, at the sample rate of the enrolment */
  push(samples: Float32Array): Promise<void> {
    return this.#analyse(this.#resampler.push(samples));
  }

  /**
   * Ends the enrolment.
   * @throws AppError `not-enough-speech`
   */
  async finish(origin: CaptureOrigin): Promise<Baseline> {
    await this.#analyse(this.#resampler.flush());
    this.#pipeline.flush();
    const baseline = this.#pipeline.baseline(origin);
    if (baseline) return baseline;
    throw new AppError(
      'not-enough-speech',
      `Only ${Math.floor(this.speechSeconds)} s of speech were heard, and ${BaselinePipeline.minSpeechSeconds} s are needed. Read aloud, without long pauses, to the end.`,
    );
  }

  async #analyse(blocks: readonly Float32Array[]): Promise<void> {
    for (const samples of blocks) this.#pipeline.push(samples, await this.#speech.push(samples));
  }
}
