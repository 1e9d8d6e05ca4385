import type { AppClient } from '../host/appClient.ts';
import { useNoticeStore } from '../state/noticeStore.ts';

export class NoticeIntents {
  readonly #host: AppClient['host'];

  constructor({ host }: Pick<AppClient, 'host'>) {
    this.#host = host;
  }

  /** Follows the host's notices. */
  async follow(): Promise<void> {
    for await (const notices of await this.#host.notices()) useNoticeStore.setState({ notices });
  }

  /** Removes a notice from every screen. */
  async dismiss(noticeId: string): Promise<void> {
    await this.#host.dismissNotice({ noticeId });
  }
}
