import PQueue from 'p-queue';
import { Resampler } from '../../core/audio/resampler.ts';
import type { CallConfig } from '../../core/config/callConfig.ts';
import type { SignalFacts } from '../../core/metrics/signalCheck.ts';
import { type FrontEndTick, PartyFrontEnd } from '../../core/pipeline/partyFrontEnd.ts';
import type { SpeechModel } from './speechModel.ts';
import type { SpeechModelStream } from './speechModelStream.ts';

/** The settings needed to measure a party's first sample. */
export interface PartySetup {
  /** The party's own sample rate. */
  readonly sampleRateHz: number;
  /** From the configuration of the call. */
  readonly signalTrust: CallConfig['signalTrust'];
}

/** The results of a party's samples. */
export interface PartyMeasures {
  readonly ticks: readonly FrontEndTick[];
  /** Facts about all samples so far. */
  readonly signal: SignalFacts;
}

/** Processes one party's samples before they meet the other's, on this thread or another one. */
export interface PartyFeed {
  /**
   * @param samples mono, at the party's own sample rate, in a buffer that is transferred and must not be used
   *   afterwards
   * @returns the results of these samples; pushes need not wait for each other and are processed in order
   */
  push(samples: Float32Array): Promise<PartyMeasures>;
  /** Ends the stream. */
  finish(): Promise<PartyMeasures>;
}

/** Resamples a party, runs the speech model and the front end, on this thread. */
export class PartyAnalyser implements PartyFeed {
  readonly #resampler: Resampler;
  readonly #speech: SpeechModelStream;
  readonly #frontEnd: PartyFrontEnd;
  readonly #queue = new PQueue({ concurrency: 1 });

  constructor(model: SpeechModel, { sampleRateHz, signalTrust }: PartySetup) {
    this.#resampler = new Resampler(sampleRateHz);
    this.#speech = model.open();
    this.#frontEnd = new PartyFrontEnd(signalTrust, sampleRateHz);
  }

  push(samples: Float32Array): Promise<PartyMeasures> {
    return this.#queue.add(() => this.#analyse(this.#resampler.push(samples)));
  }

  finish(): Promise<PartyMeasures> {
    return this.#queue.add(async () => {
      const { ticks } = await this.#analyse(this.#resampler.flush());
      return this.#measures([...ticks, ...this.#frontEnd.flush()]);
    });
  }

  /** Analyses block by block; a chunk makes at most one, except at the end of a stream. */
  async #analyse(blocks: readonly Float32Array[]): Promise<PartyMeasures> {
    const ticks: FrontEndTick[] = [];
    for (const samples of blocks) {
      for (const tick of this.#frontEnd.push(samples, await this.#speech.push(samples))) ticks.push(tick);
    }
    return this.#measures(ticks);
  }

  #measures(ticks: readonly FrontEndTick[]): PartyMeasures {
    return { ticks, signal: this.#frontEnd.signalFacts };
  }
}
