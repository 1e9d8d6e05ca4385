import { create } from 'zustand';
import type { Notice } from '../../contract/hostContract.ts';

interface NoticeState {
  /** Events of the background that were not dismissed, oldest first. */
  readonly notices: readonly Notice[];
}

export const useNoticeStore = create<NoticeState>()(() => ({ notices: [] }));
