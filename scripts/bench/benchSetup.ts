import type { Recordings } from './recordings.ts';

/** The settings of every section. */
export interface BenchSetup {
  readonly recordings: Recordings;
  readonly cli: string;
  /** Number of runs of everything that is timed as a whole. */
  readonly runs: number;
  /** The length of the live call. */
  readonly minutes: number;
  /** True if eight hours are measured too. */
  readonly long: boolean;
}
