import type { LiveSource as LiveSourceRef } from '../../../contract/liveContract.ts';
import type { CaptureDevices } from '../../capture/captureDevices.ts';
import type { LiveSource } from '../../capture/liveSource.ts';
import type { StreamService } from './streamService.ts';

/** Everything that a screen can name as a source of live sound: the host's devices and the pages' streams. */
export class LiveSources {
  readonly #devices: CaptureDevices;
  readonly #streams: StreamService;

  constructor(devices: CaptureDevices, streams: StreamService) {
    this.#devices = devices;
    this.#streams = streams;
  }

  /** @throws AppError `no-such-device`, `device-failed`, `no-sound-server` */
  async open(source: LiveSourceRef): Promise<LiveSource> {
    return source.kind === 'device' ? this.#devices.open(source.name) : this.#streams.page(source.streamId);
  }
}
