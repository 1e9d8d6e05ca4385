import type { CallReport } from '../model/callReport.ts';
import type { MeasureUnit } from './measureUnits.ts';

/** A number that describes a whole call, with everything that lists, filters, exports and comparisons need to know. */
export interface Measure {
  /** Also its name on the wire and in the database. A released id never changes its meaning. */
  readonly id: string;
  readonly unit: MeasureUnit;
  /** The value is a difference and is shown with its sign. */
  readonly isDifference?: true;
  /** Reads the value from a report, without regard to what the report withholds; null if the report has none. */
  readonly read: (report: CallReport) => number | null;
  /**
   * Paths into the report, with speakers by role. The measure is missing if `unavailable` lists one of them or a path that
   * contains it; the first one listed gives the reason.
   */
  readonly withheldBy: readonly string[];
  /** Known even if two people share a channel, because it describes the channel rather than one person. */
  readonly onSharedChannel?: 'known';
  /** `within` means that both too much and too little are worse. */
  readonly better: 'higher' | 'lower' | 'within' | 'none';
  /** Target range in the unit of `read`, both ends included. */
  readonly target?: { readonly low: number; readonly high: number };
  /** Followed in trends and comparisons. Counts and lengths per ten minutes make calls of different lengths comparable. */
  readonly followed?: 'as-is' | 'per-ten-minutes';
  /** The least width of the window in which the library's table has a column for it. */
  readonly column?: 'medium' | 'large';
  /** Name of its CSV column. A released name never changes. */
  readonly csv?: string;
}
