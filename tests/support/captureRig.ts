import type { CaptureChild } from '../../main/capture/device/captureChildPort.ts';
import { DeviceCapture } from '../../main/capture/device/deviceCapture.ts';
import { forkCaptureChild } from '../../main/capture/device/forkCaptureChild.ts';
import { processEntry } from '../../main/processEntry.ts';
import { PulseAudio } from './pulseAudio.ts';

/** A private sound server, and the capture of its devices by real child processes. */
export class CaptureRig {
  readonly server: PulseAudio;
  readonly capture: DeviceCapture;
  readonly #children: CaptureChild[] = [];

  private constructor(server: PulseAudio) {
    this.server = server;
    const fork = forkCaptureChild(processEntry('captureChild'), server.env);
    this.capture = new DeviceCapture({
      spawn: () => {
        const child = fork();
        this.#children.push(child);
        return child;
      },
    });
  }

  static async start(): Promise<CaptureRig> {
    return new CaptureRig(await PulseAudio.start());
  }

  /** Kills every child, including hung ones. */
  killChildren(): void {
    for (const child of this.#children.splice(0)) child.kill();
  }

  async stop(): Promise<void> {
    this.killChildren();
    await this.server.stop();
  }
}
