import { create } from 'zustand';
import type { AppErrorData } from '../../core/model/appError.ts';
import type { Baseline } from '../../core/model/baseline.ts';

/** The agent's own baseline, as chosen from a file, for the calls of this run. */
interface BaselineState {
  readonly chosen: { readonly fileName: string; readonly baseline: Baseline } | undefined;
  readonly error: AppErrorData | undefined;
}

/** Written by the api layer only. */
export const useBaselineStore = create<BaselineState>()(() => ({ chosen: undefined, error: undefined }));
