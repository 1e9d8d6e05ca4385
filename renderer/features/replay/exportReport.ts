import type { CallReport } from '../../../core/model/callReport.ts';

/** Saves the report as a JSON file. */
export function exportReport(report: CallReport, title: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${title.replace(/[/\\:*?"<>|]+/g, ' ').trim() || 'call'}.report.json`;
  link.click();
  URL.revokeObjectURL(url);
}
