import { type CaptureCommand, type CaptureMessage, captureCommandSchema } from './captureProtocol.ts';

/** The part of Electron's `process.parentPort` that is used; it exists only in a utility process. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

export interface ChildChannel {
  send(message: CaptureMessage): void;
  onCommand(listener: (command: CaptureCommand) => void): void;
}

/**
 * Opens the capture child's connection to the process that started it, by `utilityProcess.fork` or by
 * `child_process.fork`.
 */
export function openChildChannel(): ChildChannel {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort !== undefined) {
    return {
      send: (message) => parentPort.postMessage(message),
      onCommand: (listener) => parentPort.on('message', (event) => listener(captureCommandSchema.parse(event.data))),
    };
  }
  // Not `process.exit()`: that runs native teardown, which hangs forever once a device was lost.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  return {
    send: (message) => process.send?.(message, undefined, undefined, ignoreSendError),
    onCommand: (listener) => process.on('message', (message) => listener(captureCommandSchema.parse(message))),
  };
}

/** Sending fails only once the parent has gone, and then `disconnect` ends this process. */
function ignoreSendError(): void {}
