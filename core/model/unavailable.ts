import type { CallReport } from './callReport.ts';

/** Whether a report names a field as missing. What is empty there is then unknown, not none. */
export function isUnavailable({ unavailable }: Pick<CallReport, 'unavailable'>, field: string): boolean {
  return unavailable.some((missing) => missing.field === field);
}
