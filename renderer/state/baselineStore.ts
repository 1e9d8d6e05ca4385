import { create } from 'zustand';
import type { StoredBaseline } from '../../contract/baselineContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';
import type { Baseline } from '../../core/model/baseline.ts';

interface BaselineState {
  /** From a file, for the calls of this run, in place of a stored one. */
  readonly chosen: { readonly fileName: string; readonly baseline: Baseline } | undefined;
  readonly error: AppErrorData | undefined;
  /** One for each device, newest first; undefined until the host has answered. */
  readonly stored: readonly StoredBaseline[] | undefined;
}

/** The agent's own baselines. */
export const useBaselineStore = create<BaselineState>()(() => ({
  chosen: undefined,
  error: undefined,
  stored: undefined,
}));
