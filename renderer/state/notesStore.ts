import { create } from 'zustand';
import type { Scoring } from '../../contract/reviewContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';
import { type CallNotes, noNotes } from '../../core/model/callNotes.ts';

interface NotesState {
  /** The call they belong to. */
  readonly callId: string | undefined;
  /** True if they can only be read. */
  readonly isReader: boolean;
  readonly notes: CallNotes;
  /** Undefined until it is fetched. */
  readonly scoring: Scoring | undefined;
  /** The last change that could not be saved. */
  readonly error: AppErrorData | undefined;
}

/** Comments, scores and reflection of the call on the screen. */
export const useNotesStore = create<NotesState>()(() => ({
  callId: undefined,
  isReader: false,
  notes: noNotes,
  scoring: undefined,
  error: undefined,
}));
