import { fork } from 'node:child_process';
import type { SpawnCaptureChild } from './captureChildPort.ts';

/**
 * Starts capture children as Node processes.
 * @param modulePath file of the child's entry
 * @param env environment of the child, which names the sound server
 */
export function forkCaptureChild(modulePath: string | URL, env: NodeJS.ProcessEnv = process.env): SpawnCaptureChild {
  return () => {
    const child = fork(modulePath, [], {
      env,
      execArgv: [],
      // Plain JSON would turn every frame into an object with 512 keys.
      serialization: 'advanced',
      // The sound libraries print warnings about every backend that they try without success.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return {
      // A child that has ended accepts no messages; the caller learns of its exit instead.
      send: (command) => child.connected && child.send(command, () => {}),
      onMessage: (listener) => child.on('message', listener),
      onExit(listener) {
        child.on('exit', listener);
        child.on('error', listener);
      },
      kill: () => child.kill('SIGKILL'),
    };
  };
}
