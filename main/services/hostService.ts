import type { CaptureDevice, HostInfo, Notice } from '../../contract/hostContract.ts';
import { AppError, type AppErrorData, toAppErrorData } from '../../core/model/appError.ts';
import type { CaptureDevices } from '../capture/captureDevices.ts';
import type { Logger } from '../logger.ts';
import type { Notices } from './notices.ts';
import { reportUnexpected } from './reportUnexpected.ts';

interface HostServiceOptions {
  readonly info: HostInfo;
  readonly chooseFolder: (() => Promise<string | undefined>) | undefined;
  readonly devices: CaptureDevices;
  readonly notices: Notices;
  readonly logger: Logger;
}

/** The facts a screen needs about the host it runs on. */
export class HostService {
  readonly #options: HostServiceOptions;

  constructor(options: HostServiceOptions) {
    this.#options = options;
  }

  info(): HostInfo {
    return this.#options.info;
  }

  watchNotices(signal?: AbortSignal): AsyncGenerator<Notice[], void> {
    return this.#options.notices.watch(signal);
  }

  dismissNotice(noticeId: string): void {
    this.#options.notices.dismiss(noticeId);
  }

  /** Null if the user selects no folder. @throws AppError `no-folder-dialog` on hosts without such a dialog */
  async chooseFolder(): Promise<string | null> {
    const { chooseFolder } = this.#options;
    if (!chooseFolder) throw new AppError('no-folder-dialog', 'A browser has no such dialog. Type the path.');
    return (await chooseFolder()) ?? null;
  }

  /** Never throws: the reason why there are no devices is part of the answer. */
  async devices(): Promise<{ devices: CaptureDevice[]; problem: AppErrorData | null }> {
    const { devices, logger } = this.#options;
    try {
      return { devices: await devices.list(), problem: null };
    } catch (error) {
      reportUnexpected(logger, 'The capture devices could not be listed', error);
      return { devices: [], problem: toAppErrorData(error) };
    }
  }
}
