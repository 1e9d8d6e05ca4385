import { FineResampler } from '../../../core/audio/fineResampler.ts';
import { AppError } from '../../../core/model/appError.ts';
import { AsyncQueue } from '../../asyncQueue.ts';
import type { Clock } from '../../clock.ts';
import type { CaptureItem } from '../audioSource.ts';
import { DriftControl } from '../driftControl.ts';
import type { LiveSource, SourceStateChange } from '../liveSource.ts';
import type { SpawnCaptureChild } from './captureChildPort.ts';
import { captureFrameSize, captureRateHz } from './captureFormat.ts';
import { CaptureSupervisor, supervisionSeconds } from './captureSupervisor.ts';
import { absentDevice, isMonitorName } from './deviceNames.ts';
import { DigitalSilence } from './digitalSilence.ts';
import { ReturningFrames, type TimedFrame } from './returningFrames.ts';
import { SampleClock } from './sampleClock.ts';

/** Attempts to get sound from a device before the user is notified. */
const openingTries = 2;
/** Items a reader may fall behind by before it misses some: about ten seconds. */
const readerLimit = 320;
const fullScale = 32_768;

interface Reader {
  readonly queue: AsyncQueue<CaptureItem>;
  readonly sampleClock: SampleClock;
  readonly drift: DriftControl;
  readonly resampler: FineResampler;
  readonly returning: ReturningFrames;
  missedSamples: number;
}

/**
 * One capture device through all its troubles, mono at 16 kHz by this machine's clock. It never switches to another
 * device: while the device is away it yields gaps, and it yields sound again once a device of exactly this name is
 * back. It has one reader at a time: a new reader ends the previous one and starts from now. Without a reader the
 * samples are dropped.
 */
export class DeviceSource implements LiveSource {
  readonly label: string;
  readonly appliedSettings = {};
  readonly sampleRateHz = captureRateHz;
  readonly channelCount = 1;
  readonly expectedSampleCount = undefined;
  readonly progress = undefined;
  /** Resolves with the first sound; rejects with an `AppError` if there will be none. */
  readonly opened: Promise<void>;
  readonly #clock: Clock;
  readonly #supervisor: CaptureSupervisor;
  readonly #stopTicking: () => void;
  readonly #listeners = new Set<(change: SourceStateChange) => void>();
  readonly #silence = new DigitalSilence(captureRateHz);
  #state: SourceStateChange['state'] = 'ok';
  #muted = false;
  #lossCount = 0;
  #reader: Reader | undefined;
  #settleOpened: (error?: AppError) => void = () => {};

  /**
   * @param name exact name of the device, as listed
   * @param spawn starts a capture child
   * @param clock the clock that also stamps the child's frames
   */
  constructor(name: string, spawn: SpawnCaptureChild, clock: Clock) {
    this.label = name;
    this.#clock = clock;
    this.opened = new Promise((resolve, reject) => {
      this.#settleOpened = (error) => (error ? reject(error) : resolve());
    });
    this.#supervisor = new CaptureSupervisor(name, spawn, () => clock.monotonicSeconds(), {
      frame: (samples, atSeconds) => this.#take(samples, atSeconds),
      streaming: () => this.#hearStreaming(),
      stalled: () => this.#changeState('stalled', `No sound is coming from “${name}”.`),
      lost: (reason) => this.#hearLost(reason),
      absent: (names) => this.#settleOpened(absentDevice(name, names)),
    });
    this.#stopTicking = clock.every(supervisionSeconds, () => this.#tick());
  }

  onState(listener: (change: SourceStateChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  [Symbol.asyncIterator](): AsyncIterator<CaptureItem> {
    this.#reader?.queue.end();
    const queue = new AsyncQueue<CaptureItem>();
    const sampleClock = new SampleClock(captureRateHz, captureFrameSize, this.#clock.monotonicSeconds());
    this.#reader = {
      queue,
      sampleClock,
      drift: new DriftControl(captureRateHz),
      resampler: new FineResampler(),
      returning: new ReturningFrames(),
      missedSamples: 0,
    };
    return queue[Symbol.asyncIterator]();
  }

  async close(): Promise<void> {
    this.#stopTicking();
    this.#supervisor.close();
    if (this.#reader === undefined) return;
    const { queue, sampleClock, returning } = this.#reader;
    for (const frame of returning.end()) account(this.#reader, frame);
    giveGap(this.#reader, sampleClock.end(this.#clock.monotonicSeconds()), 'the device missed some sound');
    giveMissed(this.#reader);
    queue.end();
  }

  #tick(): void {
    this.#supervisor.tick();
    if (this.#supervisor.isLost) this.#giveLost();
  }

  #giveLost(): void {
    if (this.#reader === undefined) return;
    const { sampleClock, returning } = this.#reader;
    for (const frame of returning.end()) account(this.#reader, frame);
    returning.lose();
    giveGap(this.#reader, sampleClock.lose(this.#clock.monotonicSeconds()), 'the device was lost');
  }

  #take(samples: Int16Array, atSeconds: number): void {
    this.#noticeSilence(samples);
    if (this.#reader === undefined) return;
    for (const frame of this.#reader.returning.push({ samples, atSeconds })) account(this.#reader, frame);
  }

  #noticeSilence(samples: Int16Array): void {
    // The monitor of an output is silent whenever nothing is played.
    const muted = this.#silence.push(samples) && !isMonitorName(this.label);
    if (muted === this.#muted) return;
    this.#muted = muted;
    const message = muted
      ? `“${this.label}” sends only digital silence. Is it muted, or is there no permission to use it?`
      : `“${this.label}” is sending sound again.`;
    this.#announce({ state: this.#state, message });
  }

  #hearStreaming(): void {
    this.#settleOpened();
    this.#changeState('ok', `“${this.label}” is sending sound again.`);
  }

  #hearLost(reason: string): void {
    this.#lossCount += 1;
    if (this.#lossCount === openingTries) {
      this.#settleOpened(
        new AppError('device-failed', `“${this.label}” gives no sound. ${reason} Choose another device.`),
      );
    }
    this.#changeState('lost', `“${this.label}” is lost. ${reason} It is used again as soon as it is back.`);
    this.#giveLost();
  }

  #changeState(state: SourceStateChange['state'], message: string): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#announce({ state, message });
  }

  #announce(change: SourceStateChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function toFloat(samples: Int16Array): Float32Array {
  const floats = new Float32Array(samples.length);
  for (let index = 0; index < samples.length; index++) floats[index] = (samples[index] ?? 0) / fullScale;
  return floats;
}

function account(reader: Reader, { samples, atSeconds }: TimedFrame): void {
  const { sampleClock, drift, resampler } = reader;
  const inStep = resampler.push(toFloat(samples), drift.ratio);
  const { missing, keep } = sampleClock.accept(atSeconds, inStep.length);
  drift.observe(sampleClock.lagSamples(atSeconds), atSeconds);
  giveGap(reader, missing, 'the device missed some sound');
  if (keep) giveSamples(reader, inStep);
}

function giveSamples(reader: Reader, samples: Float32Array): void {
  if (reader.queue.size >= readerLimit) {
    reader.missedSamples += samples.length;
    return;
  }
  giveMissed(reader);
  reader.queue.push({ type: 'samples', channels: [samples] });
}

function giveGap(reader: Reader, sampleCount: number, reason: string): void {
  if (sampleCount === 0) return;
  if (reader.queue.size >= readerLimit) {
    reader.missedSamples += sampleCount;
    return;
  }
  giveMissed(reader);
  reader.queue.push({ type: 'gap', sampleCount, reason });
}

function giveMissed(reader: Reader): void {
  if (reader.missedSamples === 0) return;
  reader.queue.push({ type: 'gap', sampleCount: reader.missedSamples, reason: 'the computer was too busy' });
  reader.missedSamples = 0;
}
