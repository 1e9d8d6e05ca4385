import type { Recordings } from './recordings.ts';

/** What every section is measured with. */
export interface BenchSetup {
  readonly recordings: Recordings;
  readonly cli: string;
  /** Runs of everything that is timed as a whole. */
  readonly runs: number;
  /** Length of the live call. */
  readonly minutes: number;
  /** Whether eight hours are measured too. */
  readonly long: boolean;
}
