import { create } from 'zustand';
import type { CallListItem, CallQuery } from '../../contract/callContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

interface LibraryState {
  readonly query: CallQuery;
  /** The first calls the query finds, in its order: more are fetched as they come into sight. */
  readonly calls: readonly CallListItem[];
  /** Calls the query finds in all; undefined before the first answer. */
  readonly total: number | undefined;
  readonly agents: readonly string[];
  readonly tags: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly error: AppErrorData | undefined;
}

export const callsPerPage = 100;

/** Everything, the latest first. */
export const wholeLibrary: CallQuery = {
  search: '',
  agents: [],
  tags: [],
  followUpBy: null,
  from: null,
  to: null,
  ranges: {},
  sortBy: 'startedAt',
  descending: true,
  limit: callsPerPage,
  offset: 0,
};

/** Written by the api layer only. */
export const useLibraryStore = create<LibraryState>()(() => ({
  query: wholeLibrary,
  calls: [],
  total: undefined,
  agents: [],
  tags: [],
  chosen: new Set<string>(),
  error: undefined,
}));
