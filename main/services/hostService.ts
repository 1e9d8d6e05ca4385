import type { CaptureDevice, HostInfo, Notice } from '../../contract/hostContract.ts';
import { type AppErrorData, toAppErrorData } from '../../core/model/appError.ts';
import type { CaptureDevices } from '../capture/captureDevices.ts';
import type { Logger } from '../logger.ts';
import type { Notices } from './notices.ts';
import { reportUnexpected } from './reportUnexpected.ts';

export interface HostService {
  info(): HostInfo;
  notices(): Notice[];
  /** Never throws: why there are no devices is part of the answer. */
  devices(): Promise<{ devices: CaptureDevice[]; problem: AppErrorData | null }>;
}

export function createHostService(options: {
  readonly info: HostInfo;
  readonly devices: CaptureDevices;
  readonly notices: Notices;
  readonly logger: Logger;
}): HostService {
  return {
    info: () => options.info,
    notices: () => options.notices.list(),
    async devices() {
      try {
        return { devices: await options.devices.list(), problem: null };
      } catch (error) {
        reportUnexpected(options.logger, 'The capture devices could not be listed', error);
        return { devices: [], problem: toAppErrorData(error) };
      }
    },
  };
}
