import { create } from 'zustand';
import type { CallListItem } from '../../contract/callContract.ts';

interface FollowUpState {
  /** Calls to look at again today, or already before: the longest due first. */
  readonly due: readonly CallListItem[];
}

/** Written by the api layer only. */
export const useFollowUpStore = create<FollowUpState>()(() => ({ due: [] }));
