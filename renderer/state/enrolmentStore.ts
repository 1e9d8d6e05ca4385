import { create } from 'zustand';
import type { EnrolmentEvent, StoredBaseline } from '../../contract/baselineContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';
import type { Baseline } from '../../core/model/baseline.ts';

/** The two parts of an enrolment: a passage read as usual, and another one read softly. */
export type ReadingPart = 'normal' | 'soft';

type Progress = Extract<EnrolmentEvent, { type: 'progress' }>;

export interface ReadingState {
  /** The part being read; its progress is undefined until the first sound. */
  readonly running: { readonly part: ReadingPart; readonly progress: Progress | undefined } | undefined;
  readonly readings: Readonly<Partial<Record<ReadingPart, Baseline>>>;
  /** The baseline that was made of both parts. */
  readonly saved: StoredBaseline | undefined;
  readonly error: AppErrorData | undefined;
}

export const noReading: ReadingState = { running: undefined, readings: {}, saved: undefined, error: undefined };

export const useEnrolmentStore = create<ReadingState>()(() => noReading);
