import { create } from 'zustand';
import type { Sample } from '../../contract/recordingContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

export type AnalysisState =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'running';
      readonly title: string;
      /** 0…1 */
      readonly fraction: number;
      readonly remainingSeconds: number | undefined;
    }
  | { readonly phase: 'failed'; readonly title: string; readonly error: AppErrorData };

interface RecordingState {
  readonly samples: readonly Sample[];
  readonly analysis: AnalysisState;
}

export const useRecordingStore = create<RecordingState>()(() => ({
  samples: [],
  analysis: { phase: 'idle' },
}));
