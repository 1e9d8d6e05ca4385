import type { CaptureDevice } from '../../../contract/hostContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Clock } from '../../clock.ts';
import type { CaptureDevices } from '../captureDevices.ts';
import type { SpawnCaptureChild } from './captureChildPort.ts';
import { captureMessageSchema } from './captureProtocol.ts';
import { usableDevices } from './deviceNames.ts';
import { DeviceSource } from './deviceSource.ts';
import { machineClock } from './machineClock.ts';

const listTimeoutSeconds = 5;

export interface DeviceCaptureOptions {
  readonly spawn: SpawnCaptureChild;
  /**
   * Runs before a device is opened, to ask the operating system for permission; throws `microphone-denied` if it is
   * refused.
   */
  readonly beforeOpen?: () => Promise<void>;
  /** The clock that also stamps the children's frames. */
  readonly clock?: Clock;
}

/** The capture devices of this machine, each used in a separate process that can be killed. */
export class DeviceCapture implements CaptureDevices {
  readonly #spawn: SpawnCaptureChild;
  readonly #beforeOpen: (() => Promise<void>) | undefined;
  readonly #clock: Clock;

  constructor(options: DeviceCaptureOptions) {
    this.#spawn = options.spawn;
    this.#beforeOpen = options.beforeOpen;
    this.#clock = options.clock ?? machineClock;
  }

  async open(name: string): Promise<DeviceSource> {
    await this.#beforeOpen?.();
    const source = new DeviceSource(name, this.#spawn, this.#clock);
    try {
      await source.opened;
    } catch (error) {
      await source.close();
      throw error;
    }
    return source;
  }

  async list(): Promise<CaptureDevice[]> {
    const child = this.#spawn();
    let stopTimer = () => {};
    try {
      const { names, defaultName } = await new Promise<Listing>((resolve, reject) => {
        stopTimer = this.#clock.every(listTimeoutSeconds, () => reject(noAnswer()));
        child.onExit(() => reject(noAnswer()));
        child.onMessage((received) => {
          const message = captureMessageSchema.safeParse(received).data;
          if (message?.type === 'devices') resolve(message);
          if (message?.type === 'failed') reject(noAnswer(message.message));
        });
        child.send({ type: 'list' });
      });
      return usableDevices(names, defaultName);
    } finally {
      stopTimer();
      child.kill();
    }
  }
}

interface Listing {
  readonly names: readonly string[];
  readonly defaultName: string | null;
}

function noAnswer(cause?: string): AppError {
  return new AppError(
    'device-failed',
    'The sound system of this computer does not answer. Look again in a moment, or restart it.',
    { cause },
  );
}
