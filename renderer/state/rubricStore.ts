import { create } from 'zustand';
import type { TeamRubric } from '../../contract/reviewContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

interface RubricState {
  /** What calls are scored by from now on; undefined until it is fetched. */
  readonly team: TeamRubric | undefined;
  readonly error: AppErrorData | undefined;
}

/** Written by the api layer only. */
export const useRubricStore = create<RubricState>()(() => ({ team: undefined, error: undefined }));
