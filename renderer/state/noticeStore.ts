import { create } from 'zustand';
import type { Notice } from '../../contract/hostContract.ts';

interface NoticeState {
  /** What happened out of sight and was not dismissed, oldest first. */
  readonly notices: readonly Notice[];
}

/** Written by the api layer only. */
export const useNoticeStore = create<NoticeState>()(() => ({ notices: [] }));
