import type { CaptureDevice, HostInfo, Notice } from '../../contract/hostContract.ts';
import { AppError, type AppErrorData, toAppErrorData } from '../../core/model/appError.ts';
import type { CaptureDevices } from '../capture/captureDevices.ts';
import type { Logger } from '../logger.ts';
import type { Notices } from './notices.ts';
import { reportUnexpected } from './reportUnexpected.ts';

export interface HostService {
  info(): HostInfo;
  watchNotices(signal?: AbortSignal): AsyncGenerator<Notice[], void>;
  dismissNotice(noticeId: string): void;
  /** Null where none was chosen. @throws AppError `no-folder-dialog` on hosts without one */
  chooseFolder(): Promise<string | null>;
  /** Never throws: why there are no devices is part of the answer. */
  devices(): Promise<{ devices: CaptureDevice[]; problem: AppErrorData | null }>;
}

export function createHostService(options: {
  readonly info: HostInfo;
  readonly chooseFolder: (() => Promise<string | undefined>) | undefined;
  readonly devices: CaptureDevices;
  readonly notices: Notices;
  readonly logger: Logger;
}): HostService {
  return {
    info: () => options.info,
    watchNotices: (signal) => options.notices.watch(signal),
    dismissNotice: (noticeId) => options.notices.dismiss(noticeId),
    async chooseFolder() {
      if (!options.chooseFolder) throw new AppError('no-folder-dialog', 'A browser has no such dialog. Type the path.');
      return (await options.chooseFolder()) ?? null;
    },
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
