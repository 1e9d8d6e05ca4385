import type { CallReport } from '../model/callReport.ts';
import type { MeasureUnit } from './measureUnits.ts';

/** One number that describes a whole call, and everything that lists, filters, formats and compares need to know about it. */
export interface Measure {
  /** Also its name on the wire and in the database. A released id never changes its meaning. */
  readonly id: string;
  readonly unit: MeasureUnit;
  /** The value is a difference and is shown with its sign. */
  readonly isDifference?: true;
  /** Reads the value from a report, without regard to what the report withholds; null if the report has none. */
  readonly read: (report: CallReport) => number | null;
  /**
   * Paths into the report, speakers by their role. If `unavailable` names one of them or what contains it, the measure is
   * missing, and the first one named gives the reason.
   */
  readonly withheldBy: readonly string[];
  /** Nothing that describes one person is known if two people share a channel. What describes the channel stays known. */
  readonly onSharedChannel?: 'known';
  /** `within` means that both too much and too little are worse. */
  readonly better: 'higher' | 'lower' | 'within' | 'none';
  /** Range to aim at, both ends included, in the unit of `read`. */
  readonly target?: { readonly low: number; readonly high: number };
  /** Followed from call to call, in trends and comparisons. Counts and lengths per ten minutes, so that long calls compare with short ones. */
  readonly followed?: 'as-is' | 'per-ten-minutes';
  /** Listed in the library's table, in windows of at least medium or large width. Every measure can be filtered and sorted by. */
  readonly column?: 'medium' | 'large';
  /** Its column in the table of calls (CSV). A released name never changes. */
  readonly csv?: string;
}
