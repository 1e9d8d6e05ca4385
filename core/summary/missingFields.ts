import type { CallReport } from '../model/callReport.ts';

/** Fields of a report that are missing for the same reason. */
export interface MissingFields {
  readonly reason: string;
  readonly fields: readonly string[];
}

/** Groups the missing fields of a report by reason, in the order of the report. */
export function missingFields({ unavailable }: Pick<CallReport, 'unavailable'>): readonly MissingFields[] {
  const byReason = new Map<string, string[]>();
  for (const { field, reason } of unavailable) byReason.set(reason, [...(byReason.get(reason) ?? []), field]);
  return [...byReason].map(([reason, fields]) => ({ reason, fields }));
}
