import { create } from 'zustand';
import type { Trends } from '../../contract/reviewContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

interface TrendsState {
  /** The names that can be selected. */
  readonly agents: readonly string[];
  /** The agent whose trends are shown; null for the calls without a name. */
  readonly agent: string | null;
  /** Undefined until they are fetched. */
  readonly trends: Trends | undefined;
  readonly error: AppErrorData | undefined;
}

export const useTrendsStore = create<TrendsState>()(() => ({
  agents: [],
  agent: null,
  trends: undefined,
  error: undefined,
}));
