import { FineResampler } from '../../../core/audio/fineResampler.ts';
import type { CallInput } from '../../../core/model/callReport.ts';
import { AsyncQueue } from '../../asyncQueue.ts';
import type { Clock } from '../../clock.ts';
import type { CaptureItem } from '../audioSource.ts';
import { DriftControl } from '../driftControl.ts';
import type { LiveSource, SourceStateChange } from '../liveSource.ts';
import { PageTimekeeper } from './pageTimekeeper.ts';

const stalledAfterSeconds = 0.5;
const tickSeconds = 0.25;
/** Items a reader may fall behind by before it misses some: five seconds of a browser's usual 10 ms frames. */
const readerLimit = 500;

export interface PageSourceOptions {
  readonly label: string;
  readonly sampleRateHz: number;
  readonly appliedSettings: CallInput['appliedSettings'];
  readonly clock: Clock;
}

/**
 * A microphone, or the computer's own sound, that a page captures and pushes here, in step with this machine's clock.
 * It has one reader at a time: a new reader ends the previous one and starts from now. Without a reader the samples are
 * dropped.
 */
export class PageSource implements LiveSource {
  readonly label: string;
  readonly sampleRateHz: number;
  readonly appliedSettings: CallInput['appliedSettings'];
  readonly channelCount = 1;
  readonly expectedSampleCount = undefined;
  readonly progress = undefined;
  readonly #clock: Clock;
  readonly #timekeeper: PageTimekeeper;
  readonly #drift: DriftControl;
  readonly #resampler = new FineResampler();
  readonly #listeners = new Set<(change: SourceStateChange) => void>();
  readonly #stopTicking: () => void;
  #reader: AsyncQueue<CaptureItem> | undefined;
  #missedByReader = 0;
  #lastArrival: number | undefined;
  #stalled = false;
  #closed = false;

  constructor(options: PageSourceOptions) {
    this.label = options.label;
    this.sampleRateHz = options.sampleRateHz;
    this.appliedSettings = options.appliedSettings;
    this.#clock = options.clock;
    this.#timekeeper = new PageTimekeeper(options.sampleRateHz);
    this.#drift = new DriftControl(options.sampleRateHz);
    this.#stopTicking = this.#clock.every(tickSeconds, () => this.#tick());
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Accepts mono samples. */
  push(samples: Float32Array): void {
    if (this.#closed || samples.length === 0) return;
    this.#lastArrival = this.#clock.monotonicSeconds();
    if (this.#stalled) this.#announce({ state: 'ok', message: 'Sound is coming in again.' });
    this.#stalled = false;
    const inStep = this.#resampler.push(samples, this.#drift.ratio);
    if (inStep.length === 0) return;
    const { late, lost } = this.#timekeeper.arrived(inStep.length, this.#lastArrival);
    this.#drift.observe(this.#timekeeper.lagSamples(this.#lastArrival), this.#lastArrival);
    this.#giveGap(lost, 'the page missed some sound');
    if (late < inStep.length) this.#give({ type: 'samples', channels: [inStep.subarray(late)] }, inStep.length - late);
  }

  /**
   * Ends the source with an error: the page disconnected before it announced its end, because the page or its
   * microphone has gone, or its sample rate changed.
   */
  lose(): void {
    if (this.#closed) return;
    this.#announce({
      state: 'lost',
      message:
        'The page that captures the sound is gone, or its microphone is. Open the page, or choose the microphone, again.',
    });
    void this.close();
  }

  onState(listener: (change: SourceStateChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  [Symbol.asyncIterator](): AsyncIterator<CaptureItem> {
    this.#reader?.end();
    this.#reader = new AsyncQueue();
    this.#missedByReader = 0;
    if (this.#closed) this.#reader.end();
    return this.#reader[Symbol.asyncIterator]();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopTicking();
    this.#reader?.end();
  }

  #tick(): void {
    if (this.#lastArrival === undefined) return;
    const now = this.#clock.monotonicSeconds();
    if (!this.#stalled && now - this.#lastArrival > stalledAfterSeconds) {
      this.#stalled = true;
      this.#announce({ state: 'stalled', message: 'No sound is coming from the page.' });
    }
    this.#giveGap(this.#timekeeper.waited(now), 'no sound from the page');
  }

  #giveGap(sampleCount: number, reason: string): void {
    if (sampleCount > 0) this.#give({ type: 'gap', sampleCount, reason }, sampleCount);
  }

  #give(item: CaptureItem, sampleCount: number): void {
    if (!this.#reader) return;
    if (this.#reader.size >= readerLimit) {
      this.#missedByReader += sampleCount;
      return;
    }
    if (this.#missedByReader > 0) {
      this.#reader.push({ type: 'gap', sampleCount: this.#missedByReader, reason: 'the computer was too busy' });
      this.#missedByReader = 0;
    }
    this.#reader.push(item);
  }

  #announce(change: SourceStateChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
