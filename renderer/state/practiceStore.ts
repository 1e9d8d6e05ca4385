import { create } from 'zustand';
import type { PracticeCatalogue, PracticeProgress } from '../../contract/practiceContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';
import type { Exercise, PracticeAttempt } from '../../core/model/practiceAttempt.ts';
import type { RunningAttempt } from './practiceRun.ts';

type RunState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'starting'; readonly exercise: Exercise }
  | { readonly phase: 'running' | 'stopping'; readonly attempt: RunningAttempt };

/** An attempt to look at, with the others at the same exercise. */
export interface OpenedAttempt {
  readonly attempt: PracticeAttempt;
  /** Earlier attempts at the same exercise, newest first. */
  readonly earlier: readonly PracticeAttempt[];
}

interface PracticeState {
  /** Undefined until the host has answered. */
  readonly catalogue: PracticeCatalogue | undefined;
  readonly progress: PracticeProgress | undefined;
  readonly run: RunState;
  readonly opened: OpenedAttempt | undefined;
  readonly error: AppErrorData | undefined;
}

/** Written by the api layer only. */
export const usePracticeStore = create<PracticeState>()(() => ({
  catalogue: undefined,
  progress: undefined,
  run: { phase: 'idle' },
  opened: undefined,
  error: undefined,
}));
