import { utilityProcess } from 'electron';
import type { SpawnCaptureChild } from '../../capture/device/captureChildPort.ts';

/** Starts capture children as Electron's utility processes: a packaged app cannot run itself as Node. */
export function utilityCaptureChild(modulePath: string): SpawnCaptureChild {
  return () => {
    const child = utilityProcess.fork(modulePath, [], { serviceName: 'Softspoken capture', stdio: 'ignore' });
    let unwanted = false;

    // Not `child.kill()`: that asks politely, and waits for a hung process while this one is blocked.
    function end(): void {
      if (child.pid === undefined) return;
      try {
        process.kill(child.pid, 'SIGKILL');
      } catch {
        // It has just ended by itself.
      }
    }

    // A process that has not started yet has no id to end it by.
    child.once('spawn', () => unwanted && end());
    return {
      send: (command) => child.postMessage(command),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', listener),
      kill() {
        unwanted = true;
        end();
      },
    };
  };
}
