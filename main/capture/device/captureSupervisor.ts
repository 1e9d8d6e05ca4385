import type { CaptureChild, SpawnCaptureChild } from './captureChildPort.ts';
import { type CaptureMessage, captureMessageSchema } from './captureProtocol.ts';

/** How often `tick` is to be called. */
export const supervisionSeconds = 0.125;

const stalledAfterSeconds = 0.5;
/**
 * How long a child may be silent in each of its phases before it counts as hung. Loading Node and the library takes a
 * moment; the first frame of an idle device comes after up to two seconds, with nothing heard of the child meanwhile.
 */
const silenceLimitSeconds = { loading: 5, searching: 1.5, starting: 4, streaming: 1.5 };
const restSeconds = { first: 0.05, longest: 1 };

/** What becomes of the device; `absent` means that the child looks for it in vain. */
export interface CaptureListener {
  frame(samples: Int16Array, atSeconds: number): void;
  /** Frames flow, for the first time or again. */
  streaming(): void;
  /** No frame for half a second; the child still has a second to recover. */
  stalled(): void;
  /** The child is gone and its sound with it; another one is on its way. */
  lost(reason: string): void;
  absent(names: readonly string[]): void;
}

type State =
  | { readonly phase: 'resting'; readonly untilSeconds: number }
  | { readonly phase: keyof typeof silenceLimitSeconds; readonly child: CaptureChild; heardAtSeconds: number };

/**
 * Keeps one capture child at work on one device: kills it when it hangs, hears that the device failed, or finds another
 * device under its hands, and starts the next one, which looks for the device by name.
 */
export class CaptureSupervisor {
  readonly #deviceName: string;
  readonly #spawn: SpawnCaptureChild;
  readonly #nowSeconds: () => number;
  readonly #listener: CaptureListener;
  #state: State;
  #nextRestSeconds = restSeconds.first;
  #stalled = false;
  #tickedAtSeconds: number;

  constructor(deviceName: string, spawn: SpawnCaptureChild, nowSeconds: () => number, listener: CaptureListener) {
    this.#deviceName = deviceName;
    this.#spawn = spawn;
    this.#nowSeconds = nowSeconds;
    this.#listener = listener;
    this.#tickedAtSeconds = nowSeconds();
    this.#state = this.#startChild();
  }

  /** Whether there is no sound, nor any to be expected from the child that had it. */
  get isLost(): boolean {
    return this.#state.phase !== 'streaming';
  }

  tick(): void {
    const now = this.#nowSeconds();
    const ownDelay = now - this.#tickedAtSeconds - supervisionSeconds;
    this.#tickedAtSeconds = now;
    if (this.#state.phase === 'resting') {
      if (now >= this.#state.untilSeconds) this.#state = this.#startChild();
      return;
    }
    // When this process was held up itself, what the child said meanwhile is still waiting to be heard.
    if (ownDelay > supervisionSeconds) this.#state.heardAtSeconds += ownDelay;
    const silence = now - this.#state.heardAtSeconds;
    if (silence > silenceLimitSeconds[this.#state.phase]) {
      this.#giveUp('It did not answer any more.');
    } else if (this.#state.phase === 'streaming' && silence > stalledAfterSeconds && !this.#stalled) {
      this.#stalled = true;
      this.#listener.stalled();
    }
  }

  /** Ends the child; nothing is reported afterwards. */
  close(): void {
    if (this.#state.phase !== 'resting') this.#state.child.kill();
    this.#state = { phase: 'resting', untilSeconds: Number.POSITIVE_INFINITY };
  }

  #startChild(): State {
    const child = this.#spawn();
    child.onMessage((message) => {
      if (this.#isCurrent(child)) this.#hear(message);
    });
    child.onExit(() => {
      if (this.#isCurrent(child)) this.#giveUp('Its capture process ended.');
    });
    child.send({ type: 'capture', name: this.#deviceName });
    return { phase: 'loading', child, heardAtSeconds: this.#nowSeconds() };
  }

  #isCurrent(child: CaptureChild): boolean {
    return this.#state.phase !== 'resting' && this.#state.child === child;
  }

  #hear(received: unknown): void {
    const message = captureMessageSchema.safeParse(received);
    if (this.#state.phase === 'resting' || !message.success) return;
    this.#follow(message.data, this.#state);
  }

  #follow(message: CaptureMessage, { phase, child }: Exclude<State, { phase: 'resting' }>): void {
    const heard = { child, heardAtSeconds: this.#nowSeconds() };
    switch (message.type) {
      case 'absent':
        this.#state = { phase: 'searching', ...heard };
        this.#listener.absent(message.names);
        break;
      case 'started':
        if (message.name === this.#deviceName) this.#state = { phase: 'starting', ...heard };
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
        // The answer to a list, which this child was not asked for.
        break;
      case 'heartbeat':
        if (phase === 'loading' || phase === 'searching') this.#state = { phase: 'searching', ...heard };
        break;
      case 'frame':
        this.#state = { phase: 'streaming', ...heard };
        this.#nextRestSeconds = restSeconds.first;
        if (phase !== 'streaming' || this.#stalled) this.#listener.streaming();
        this.#stalled = false;
        // The first frame of a device begins with up to 25 ms of silence that was never heard.
        if (phase === 'streaming') this.#listener.frame(message.samples, message.atSeconds);
    }
  }

  #giveUp(reason: string): void {
    this.close();
    this.#stalled = false;
    this.#state = { phase: 'resting', untilSeconds: this.#nowSeconds() + this.#nextRestSeconds };
    this.#nextRestSeconds = Math.min(restSeconds.longest, this.#nextRestSeconds * 2);
    this.#listener.lost(reason);
  }
}
