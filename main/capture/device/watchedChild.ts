import type { CaptureChild } from './captureChildPort.ts';
import { captureRateHz } from './captureFormat.ts';
import { type CaptureMessage, captureMessageSchema } from './captureProtocol.ts';
import { RateCheck } from './rateCheck.ts';

/**
 * Time for which a child may be silent in each of its phases before it counts as hung. Loading Node and the library
 * takes a moment; the first frame of an idle device takes up to two seconds, and the child sends nothing meanwhile.
 */
const silenceLimitSeconds = { loading: 5, searching: 1.5, starting: 4, streaming: 1.5 };

/** Events of a child. */
export interface ChildListener {
  /** The first frame of a device begins with up to 25 ms of silence that was never recorded: `samples` is undefined. */
  frame(samples: Int16Array | undefined, atSeconds: number): void;
  /** The child looks for the device and does not find it. */
  absent(names: readonly string[]): void;
  /** The child was ended: it hung, failed, or was moved to another device. Nothing follows. */
  over(reason: string): void;
}

/** One capture child working on one device, from start to end; it is killed as soon as it is of no use. */
export class WatchedChild {
  readonly #deviceName: string;
  readonly #child: CaptureChild;
  readonly #nowSeconds: () => number;
  readonly #listener: ChildListener;
  readonly #rate = new RateCheck(captureRateHz);
  #phase: keyof typeof silenceLimitSeconds | 'over' = 'loading';
  #heardAtSeconds: number;

  constructor(deviceName: string, child: CaptureChild, nowSeconds: () => number, listener: ChildListener) {
    this.#deviceName = deviceName;
    this.#child = child;
    this.#nowSeconds = nowSeconds;
    this.#listener = listener;
    this.#heardAtSeconds = nowSeconds();
    child.onMessage((message) => this.#hear(message));
    child.onExit(() => this.#giveUp('Its capture process ended.'));
    child.send({ type: 'capture', name: deviceName });
  }

  /** True if it has sent sound. */
  get isStreaming(): boolean {
    return this.#phase === 'streaming';
  }

  /** Seconds since its last message that counts; once it streams, since the last frame. */
  get silentSeconds(): number {
    return this.#nowSeconds() - this.#heardAtSeconds;
  }

  /**
   * @param delaySeconds time for which this process itself was delayed: messages of the child may still be waiting
   */
  tick(delaySeconds: number): void {
    this.#heardAtSeconds += delaySeconds;
    if (this.#phase === 'over') return;
    if (this.silentSeconds > silenceLimitSeconds[this.#phase]) this.#giveUp('It did not answer any more.');
  }

  /** Ends the child; its listener is not called again. */
  kill(): void {
    if (this.#phase === 'over') return;
    this.#phase = 'over';
    this.#child.kill();
  }

  #hear(received: unknown): void {
    const message = captureMessageSchema.safeParse(received);
    if (message.success && this.#phase !== 'over') this.#follow(message.data, this.#phase);
  }

  #follow(message: CaptureMessage, phase: keyof typeof silenceLimitSeconds): void {
    switch (message.type) {
      case 'absent':
        this.#enter('searching');
        this.#listener.absent(message.names);
        break;
      case 'started':
        if (message.name === this.#deviceName) this.#enter('starting');
        else this.#giveUp('Another device answered in its place.');
        break;
      case 'identity':
        if (message.name !== this.#deviceName || !message.listed) this.#giveUp('It is not connected any more.');
        break;
      case 'readFailed':
        if (phase === 'streaming') this.#giveUp('It stopped sending.');
        break;
      case 'failed':
        this.#giveUp('The capture library failed.');
        break;
      case 'devices':
        // The answer to `list`, which this child was not asked for.
        break;
      case 'heartbeat':
        if (phase === 'loading' || phase === 'searching') this.#enter('searching');
        break;
      case 'frame':
        this.#enter('streaming');
        if (this.#rate.push(message.samples.length, message.atSeconds)) this.#giveUp('Its sample rate has changed.');
        else this.#listener.frame(phase === 'streaming' ? message.samples : undefined, message.atSeconds);
    }
  }

  #enter(phase: keyof typeof silenceLimitSeconds): void {
    this.#phase = phase;
    this.#heardAtSeconds = this.#nowSeconds();
  }

  #giveUp(reason: string): void {
    if (this.#phase === 'over') return;
    this.kill();
    this.#listener.over(reason);
  }
}
