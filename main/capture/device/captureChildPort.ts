import type { CaptureCommand } from './captureProtocol.ts';

/** A running capture child, however it was started. */
export interface CaptureChild {
  send(command: CaptureCommand): void;
  /** Calls the listener with every message as received, unchecked. */
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  /** Ends the process immediately, without asking it: its native code may be hanging. Safe to call twice. */
  kill(): void;
}

/** Starts `captureChild.ts` in a separate process. */
export type SpawnCaptureChild = () => CaptureChild;
