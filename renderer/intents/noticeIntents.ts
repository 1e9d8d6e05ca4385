import type { AppClient } from '../host/appClient.ts';
import { useNoticeStore } from '../state/noticeStore.ts';

export class NoticeIntents {
  readonly #host: AppClient['host'];

  constructor({ host }: Pick<AppClient, 'host'>) {
    this.#host = host;
  }

  /** Keeps the notices as the host has them. */
  async follow(): Promise<void> {
    for await (const notices of await this.#host.notices()) useNoticeStore.setState({ notices });
  }

  /** Takes a notice off every screen. */
  async dismiss(noticeId: string): Promise<void> {
    await this.#host.dismissNotice({ noticeId });
  }
}
