import { create } from 'zustand';
import type { TeamRubric } from '../../contract/reviewContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

interface RubricState {
  /** The scoring rubric in force; undefined until it is fetched. */
  readonly team: TeamRubric | undefined;
  readonly error: AppErrorData | undefined;
}

export const useRubricStore = create<RubricState>()(() => ({ team: undefined, error: undefined }));
