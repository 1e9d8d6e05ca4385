import { create } from 'zustand';
import type { AppErrorData } from '../../core/model/appError.ts';

type Reanalysis =
  | { readonly phase: 'idle' }
  /** `fraction` 0…1 */
  | { readonly phase: 'running'; readonly callId: string; readonly fraction: number }
  | { readonly phase: 'failed'; readonly callId: string; readonly error: AppErrorData };

/** The call that is being measured again. */
export const useReanalysisStore = create<Reanalysis>()(() => ({ phase: 'idle' }));
