import type { CaptureDevice } from '../../../contract/hostContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import { AsyncQueue } from '../../../main/asyncQueue.ts';
import type { CaptureItem } from '../../../main/capture/audioSource.ts';
import type { CaptureDevices } from '../../../main/capture/captureDevices.ts';
import type { LiveSource, SourceStateChange } from '../../../main/capture/liveSource.ts';

/** A microphone whose sound the test sets. */
export class FakeSource implements LiveSource {
  readonly label: string;
  readonly sampleRateHz = 16_000;
  readonly channelCount = 1;
  readonly expectedSampleCount = undefined;
  readonly progress = undefined;
  readonly appliedSettings = { sampleRate: 16_000 };
  closed = false;
  readonly #queue = new AsyncQueue<CaptureItem>();
  readonly #listeners = new Set<(change: SourceStateChange) => void>();

  constructor(label: string) {
    this.label = label;
  }

  hear(sampleCount: number, value = 0.1): void {
    this.#queue.push({ type: 'samples', channels: [new Float32Array(sampleCount).fill(value)] });
  }

  give(item: CaptureItem): void {
    this.#queue.push(item);
  }

  become(change: SourceStateChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  unplug(): void {
    this.#queue.end();
  }

  break(error: unknown): void {
    this.#queue.fail(error);
  }

  onState(listener: (change: SourceStateChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  [Symbol.asyncIterator](): AsyncIterator<CaptureItem> {
    return this.#queue[Symbol.asyncIterator]();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.#queue.end();
  }
}

export class FakeDevices implements CaptureDevices {
  names = ['Headset', 'Built-in'];
  problem: Error | undefined;
  readonly opened: FakeSource[] = [];

  async list(): Promise<CaptureDevice[]> {
    if (this.problem) throw this.problem;
    return this.names.map((name, i) => ({ name, isDefault: i === 0, isMonitor: false }));
  }

  async open(name: string): Promise<LiveSource> {
    if (!this.names.includes(name)) throw new AppError('no-such-device', `There is no device called ${name}.`);
    const source = new FakeSource(name);
    this.opened.push(source);
    return source;
  }
}
