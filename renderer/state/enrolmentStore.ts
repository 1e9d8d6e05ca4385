import { create } from 'zustand';
import type { ReadingEvent, StoredBaseline } from '../../contract/baselineContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';
import type { Baseline } from '../../core/model/baseline.ts';

/** What is read aloud: a passage as one usually speaks, and another one softly. */
export type ReadingPart = 'normal' | 'soft';

type Progress = Extract<ReadingEvent, { type: 'progress' }>;

export interface ReadingState {
  /** The part being read; its progress is undefined until the first sound. */
  readonly running: { readonly part: ReadingPart; readonly progress: Progress | undefined } | undefined;
  readonly readings: Readonly<Partial<Record<ReadingPart, Baseline>>>;
  /** The baseline that came of them. */
  readonly kept: StoredBaseline | undefined;
  readonly error: AppErrorData | undefined;
}

export const noReading: ReadingState = { running: undefined, readings: {}, kept: undefined, error: undefined };

/** The readings of which a baseline is made. Written by the api layer only. */
export const useEnrolmentStore = create<ReadingState>()(() => noReading);
