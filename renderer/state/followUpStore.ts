import { create } from 'zustand';
import type { CallListItem } from '../../contract/callContract.ts';

interface FollowUpState {
  /** Calls whose follow-up is due, the longest overdue first. */
  readonly due: readonly CallListItem[];
}

export const useFollowUpStore = create<FollowUpState>()(() => ({ due: [] }));
