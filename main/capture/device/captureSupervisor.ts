import type { SpawnCaptureChild } from './captureChildPort.ts';
import { WatchedChild } from './watchedChild.ts';

/** The interval at which to call `tick`. */
export const supervisionSeconds = 0.125;

const stalledAfterSeconds = 0.5;
const restSeconds = { first: 0.05, longest: 1 };

/** Events of the device; `absent` means that a child looks for it and does not find it. */
export interface CaptureListener {
  frame(samples: Int16Array, atSeconds: number): void;
  /** Frames flow, for the first time or again. */
  streaming(): void;
  /** No frame for half a second; the child still has a second to recover. */
  stalled(): void;
  /** The child has ended and its sound has stopped. */
  lost(reason: string): void;
  absent(names: readonly string[]): void;
}

/**
 * Keeps one capture child working on one device. As soon as a child has ended, it starts the next one, which looks for
 * the device by name. For a child that stalls it starts a successor immediately: by the time the first one is known to
 * hang, or to be cut off from its device, the successor is loaded and looks for the device or already has its sound.
 */
export class CaptureSupervisor {
  readonly #deviceName: string;
  readonly #spawn: SpawnCaptureChild;
  readonly #nowSeconds: () => number;
  readonly #listener: CaptureListener;
  /** The child that has the sound or is to have it next; undefined during the rest before the next one. */
  #current: WatchedChild | undefined;
  /** Defined while the current child stalls. */
  #successor: WatchedChild | undefined;
  #restsUntilSeconds = 0;
  #nextRestSeconds = restSeconds.first;
  #stalled = false;
  #tickedAtSeconds: number;

  constructor(deviceName: string, spawn: SpawnCaptureChild, nowSeconds: () => number, listener: CaptureListener) {
    this.#deviceName = deviceName;
    this.#spawn = spawn;
    this.#nowSeconds = nowSeconds;
    this.#listener = listener;
    this.#tickedAtSeconds = nowSeconds();
    this.#current = this.#startChild();
  }

  /** True if there is no sound and none to be expected from the child that had it. */
  get isLost(): boolean {
    return this.#current?.isStreaming !== true;
  }

  tick(): void {
    const now = this.#nowSeconds();
    const lateSeconds = now - this.#tickedAtSeconds - supervisionSeconds;
    const delaySeconds = lateSeconds > supervisionSeconds ? lateSeconds : 0;
    this.#tickedAtSeconds = now;
    if (this.#current === undefined) {
      if (now >= this.#restsUntilSeconds) this.#current = this.#startChild();
      return;
    }
    this.#successor?.tick(delaySeconds);
    this.#current.tick(delaySeconds);
    const stalls = this.#current?.isStreaming === true && this.#current.silentSeconds > stalledAfterSeconds;
    if (!stalls || this.#stalled) return;
    this.#stalled = true;
    this.#successor = this.#startChild();
    this.#listener.stalled();
  }

  /** Ends every child; nothing is reported afterwards. */
  close(): void {
    this.#successor?.kill();
    this.#successor = undefined;
    this.#current?.kill();
    this.#current = undefined;
    this.#restsUntilSeconds = Number.POSITIVE_INFINITY;
  }

  #startChild(): WatchedChild {
    const child: WatchedChild = new WatchedChild(this.#deviceName, this.#spawn(), this.#nowSeconds, {
      frame: (samples, atSeconds) => this.#hearFrame(child, samples, atSeconds),
      absent: (names) => this.#hearAbsent(child, names),
      over: (reason) => this.#hearOver(child, reason),
    });
    return child;
  }

  #hearFrame(child: WatchedChild, samples: Int16Array | undefined, atSeconds: number): void {
    if (child === this.#successor) this.#loseCurrent('It did not answer any more.');
    this.#successor?.kill();
    this.#successor = undefined;
    this.#nextRestSeconds = restSeconds.first;
    if (samples === undefined || this.#stalled) this.#listener.streaming();
    this.#stalled = false;
    if (samples) this.#listener.frame(samples, atSeconds);
  }

  #hearAbsent(child: WatchedChild, names: readonly string[]): void {
    if (child === this.#successor) this.#loseCurrent('It is not connected any more.');
    this.#listener.absent(names);
  }

  #hearOver(child: WatchedChild, reason: string): void {
    if (child === this.#successor) this.#successor = undefined;
    else this.#loseCurrent(reason);
  }

  /** Replaces the current child with its successor or, without one, with a new child after a rest. */
  #loseCurrent(reason: string): void {
    this.#current?.kill();
    this.#current = this.#successor;
    this.#successor = undefined;
    this.#stalled = false;
    if (this.#current === undefined) {
      this.#restsUntilSeconds = this.#nowSeconds() + this.#nextRestSeconds;
      this.#nextRestSeconds = Math.min(restSeconds.longest, this.#nextRestSeconds * 2);
    }
    this.#listener.lost(reason);
  }
}
