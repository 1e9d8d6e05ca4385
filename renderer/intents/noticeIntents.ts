import type { AppClient } from '../host/appClient.ts';
import { useNoticeStore } from '../state/noticeStore.ts';

export interface NoticeIntents {
  /** Keeps what happened out of sight as the host has it. */
  follow(): Promise<void>;
  /** Takes a notice off every screen. */
  dismiss(noticeId: string): Promise<void>;
}

export function createNoticeIntents({ host }: Pick<AppClient, 'host'>): NoticeIntents {
  return {
    async follow() {
      for await (const notices of await host.notices()) useNoticeStore.setState({ notices });
    },
    dismiss: (noticeId) => host.dismissNotice({ noticeId }),
  };
}
