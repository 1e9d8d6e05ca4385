import { create } from 'zustand';
import type { CallListItem, CallQuery } from '../../contract/callContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

interface LibraryState {
  readonly query: CallQuery;
  /** The first results of the query, in its order; more are fetched as they scroll into view. */
  readonly calls: readonly CallListItem[];
  /** The number of all results; undefined before the first answer. */
  readonly total: number | undefined;
  readonly agents: readonly string[];
  readonly tags: readonly string[];
  readonly selected: ReadonlySet<string>;
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

/** Parts of a query that do not narrow it. */
const unfiltered: readonly string[] = ['sortBy', 'descending', 'limit', 'offset'] satisfies (keyof CallQuery)[];

/** True if a query excludes any call. */
export function isNarrowed(query: CallQuery): boolean {
  return Object.entries(wholeLibrary).some(
    ([name, value]) =>
      !unfiltered.includes(name) && JSON.stringify(query[name as keyof CallQuery]) !== JSON.stringify(value),
  );
}

export const useLibraryStore = create<LibraryState>()(() => ({
  query: wholeLibrary,
  calls: [],
  total: undefined,
  agents: [],
  tags: [],
  selected: new Set<string>(),
  error: undefined,
}));
