import type { CallReport } from '../model/callReport.ts';

/** The fields of a report that are missing for one reason. */
export interface MissingFields {
  readonly reason: string;
  readonly fields: readonly string[];
}

/** What is missing from a report, by reason, in the order of the report. */
export function missingFields({ unavailable }: Pick<CallReport, 'unavailable'>): readonly MissingFields[] {
  const byReason = new Map<string, string[]>();
  for (const { field, reason } of unavailable) byReason.set(reason, [...(byReason.get(reason) ?? []), field]);
  return [...byReason].map(([reason, fields]) => ({ reason, fields }));
}
