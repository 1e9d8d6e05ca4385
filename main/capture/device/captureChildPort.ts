import type { CaptureCommand } from './captureProtocol.ts';

/** A running capture child, whatever started it. */
export interface CaptureChild {
  send(command: CaptureCommand): void;
  /** Calls the listener with every message as it came, unchecked. */
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  /** Ends the process at once, without its consent: its native code may be hanging. Safe to call twice. */
  kill(): void;
}

/** Starts `captureChild.ts` in a process of its own. */
export type SpawnCaptureChild = () => CaptureChild;
