import type { CallInput } from '../../../core/model/callReport.ts';
import { AsyncQueue } from '../../asyncQueue.ts';
import type { Clock } from '../../clock.ts';
import type { CaptureItem } from '../audioSource.ts';
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
 * A microphone, or the computer's own sound, that a page captures and pushes here. One reader at a time: a new one ends the
 * one before it and starts from now. Without a reader the samples are forgotten.
 */
export class PageSource implements LiveSource {
  readonly label: string;
  readonly sampleRateHz: number;
  readonly appliedSettings: CallInput['appliedSettings'];
  readonly channelCount = 1;
  readonly expectedSampleCount = undefined;
  readonly progress = undefined;
  private readonly clock: Clock;
  private readonly timekeeper: PageTimekeeper;
  private readonly listeners = new Set<(change: SourceStateChange) => void>();
  private readonly stopTicking: () => void;
  private reader: AsyncQueue<CaptureItem> | undefined;
  private missedByReader = 0;
  private lastArrival: number | undefined;
  private stalled = false;
  private closed = false;

  constructor(options: PageSourceOptions) {
    this.label = options.label;
    this.sampleRateHz = options.sampleRateHz;
    this.appliedSettings = options.appliedSettings;
    this.clock = options.clock;
    this.timekeeper = new PageTimekeeper(options.sampleRateHz);
    this.stopTicking = this.clock.every(tickSeconds, () => this.tick());
  }

  get isClosed(): boolean {
    return this.closed;
  }

  /** Takes mono samples; the array belongs to the source from here on. */
  push(samples: Float32Array<ArrayBuffer>): void {
    if (this.closed || samples.length === 0) return;
    this.lastArrival = this.clock.monotonicSeconds();
    if (this.stalled) this.announce({ state: 'ok', message: 'Sound is coming in again.' });
    this.stalled = false;
    const { late, lost } = this.timekeeper.arrived(samples.length, this.lastArrival);
    this.giveGap(lost, 'the page missed some sound');
    if (late < samples.length) this.give({ type: 'samples', channels: [samples.slice(late)] }, samples.length - late);
  }

  /** The page's connection is gone before it said that nothing follows. */
  lose(): void {
    if (this.closed) return;
    this.announce({ state: 'lost', message: 'The page that captures the sound is gone. Open it again.' });
    void this.close();
  }

  onState(listener: (change: SourceStateChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  [Symbol.asyncIterator](): AsyncIterator<CaptureItem> {
    this.reader?.end();
    this.reader = new AsyncQueue();
    this.missedByReader = 0;
    if (this.closed) this.reader.end();
    return this.reader[Symbol.asyncIterator]();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stopTicking();
    this.reader?.end();
  }

  private tick(): void {
    if (this.lastArrival === undefined) return;
    const now = this.clock.monotonicSeconds();
    if (!this.stalled && now - this.lastArrival > stalledAfterSeconds) {
      this.stalled = true;
      this.announce({ state: 'stalled', message: 'No sound is coming from the page.' });
    }
    this.giveGap(this.timekeeper.waited(now), 'no sound from the page');
  }

  private giveGap(sampleCount: number, reason: string): void {
    if (sampleCount > 0) this.give({ type: 'gap', sampleCount, reason }, sampleCount);
  }

  private give(item: CaptureItem, sampleCount: number): void {
    if (!this.reader) return;
    if (this.reader.size >= readerLimit) {
      this.missedByReader += sampleCount;
      return;
    }
    if (this.missedByReader > 0) {
      this.reader.push({ type: 'gap', sampleCount: this.missedByReader, reason: 'the computer was too busy' });
      this.missedByReader = 0;
    }
    this.reader.push(item);
  }

  private announce(change: SourceStateChange): void {
    for (const listener of this.listeners) listener(change);
  }
}
