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

/** Parts of a query that narrow nothing down. */
const unfiltered: readonly string[] = ['sortBy', 'descending', 'limit', 'offset'] satisfies (keyof CallQuery)[];

/** Whether a query leaves any call out. */
export function isNarrowed(query: CallQuery): boolean {
  return Object.entries(wholeLibrary).some(
    ([name, value]) =>
      !unfiltered.includes(name) && JSON.stringify(query[name as keyof CallQuery]) !== JSON.stringify(value),
  );
}

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
