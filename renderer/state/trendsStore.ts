import { create } from 'zustand';
import type { Trends } from '../../contract/reviewContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

interface TrendsState {
  /** Names to choose from. */
  readonly agents: readonly string[];
  /** Whose trends these are; null is nobody named. */
  readonly agent: string | null;
  /** Undefined until they are fetched. */
  readonly trends: Trends | undefined;
  readonly error: AppErrorData | undefined;
}

/** Written by the api layer only. */
export const useTrendsStore = create<TrendsState>()(() => ({
  agents: [],
  agent: null,
  trends: undefined,
  error: undefined,
}));
