import type { CaptureChild, SpawnCaptureChild } from '../../../../../main/capture/device/captureChildPort.ts';
import { captureFrameSize, captureRateHz } from '../../../../../main/capture/device/captureFormat.ts';
import type { CaptureCommand, CaptureMessage } from '../../../../../main/capture/device/captureProtocol.ts';
import type { VirtualClock } from './virtualClock.ts';

export const frameSeconds = captureFrameSize / captureRateHz;

/** A capture child controlled by the test, at the other end of the port. */
export class FakeCaptureChild implements CaptureChild {
  readonly commands: CaptureCommand[] = [];
  killed = false;
  #hear: (message: unknown) => void = () => {};
  #exited: () => void = () => {};

  send(command: CaptureCommand): void {
    this.commands.push(command);
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#hear = listener;
  }

  onExit(listener: () => void): void {
    this.#exited = listener;
  }

  kill(): void {
    this.killed = true;
  }

  say(message: CaptureMessage): void {
    this.#hear(message);
  }

  /** Sends something outside the protocol. */
  babble(message: unknown): void {
    this.#hear(message);
  }

  exit(): void {
    this.#exited();
  }
}

/** Stores every child that was started, newest last. */
export class FakeCaptureChildren {
  readonly all: FakeCaptureChild[] = [];
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  readonly spawn: SpawnCaptureChild = () => {
    const child = new FakeCaptureChild();
    this.all.push(child);
    return child;
  };

  get newest(): FakeCaptureChild {
    const child = this.all.at(-1);
    if (child === undefined) throw new RangeError('no child was started');
    return child;
  }

  /** Lets the newest child open the device and send its first frame, which a source drops. */
  start(name: string): void {
    this.newest.say({ type: 'started', name });
    this.frames(frameSeconds);
  }

  /** Lets the newest child send frames as time passes. */
  frames(seconds: number, sample = 1_000): void {
    const count = Math.round(seconds / frameSeconds);
    for (let index = 0; index < count; index++) {
      this.#clock.advance(frameSeconds);
      this.frame(sample);
    }
  }

  /** Sends one frame of a child, by default the newest, without time passing: part of a backlog. */
  frame(sample = 1_000, child = this.newest): void {
    const samples = new Int16Array(captureFrameSize).fill(sample);
    child.say({ type: 'frame', samples, atSeconds: this.#clock.monotonicSeconds() });
  }
}
