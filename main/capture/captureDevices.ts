import type { CaptureDevice } from '../../contract/hostContract.ts';
import type { LiveSource } from './liveSource.ts';

/** The capture devices of this machine. */
export interface CaptureDevices {
  /** @throws AppError `no-sound-server` if no sound system answers */
  list(): Promise<CaptureDevice[]>;
  /**
   * Opens a device by name and starts capturing one channel.
   * @throws AppError `no-such-device`, `device-failed`, `no-sound-server`
   */
  open(name: string): Promise<LiveSource>;
}
