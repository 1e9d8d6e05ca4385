import type { EnrolmentRequest } from './analysis.ts';
import { EnrolmentAnalyser } from './enrolmentAnalyser.ts';
import type { SpeechModel } from './speechModel.ts';
import type { FromWorker } from './workerProtocol.ts';

/** An enrolment inside the worker. */
export class EnrolmentTask {
  readonly #request: EnrolmentRequest;
  readonly #analyser: EnrolmentAnalyser;
  readonly #say: (message: FromWorker) => void;

  constructor(model: SpeechModel, request: EnrolmentRequest, say: (message: FromWorker) => void) {
    this.#request = request;
    this.#analyser = new EnrolmentAnalyser(model, request.sampleRateHz, request.config);
    this.#say = say;
  }

  async push(samples: Float32Array): Promise<void> {
    const before = this.#analyser.speechSeconds;
    await this.#analyser.push(samples);
    const { speechSeconds } = this.#analyser;
    if (speechSeconds > before) this.#say({ type: 'speech', seconds: speechSeconds });
  }

  async finish(): Promise<void> {
    const { device, agc } = this.#request;
    this.#say({ type: 'baseline', baseline: await this.#analyser.finish({ device, agc }) });
  }
}
