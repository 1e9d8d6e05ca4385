import { create } from 'zustand';
import type { CallDetail, CallListItem } from '../../contract/callContract.ts';
import type { Comparison, PastComparison } from '../../contract/reviewContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

type Compared =
  | { readonly phase: 'loading' }
  | {
      readonly phase: 'two';
      readonly call: CallDetail;
      readonly other: CallDetail;
      readonly measures: Comparison;
      readonly choices: readonly CallListItem[];
    }
  | {
      readonly phase: 'past';
      readonly call: CallDetail;
      readonly past: PastComparison;
      readonly choices: readonly CallListItem[];
    }
  | { readonly phase: 'failed'; readonly error: AppErrorData };

export const useComparisonStore = create<Compared>()(() => ({ phase: 'loading' }));
