import type { CallReport } from '../../../core/model/callReport.ts';
import { saveJson } from '../../components/saveJson.ts';

/** Saves the report as a JSON file. */
export function exportReport(report: CallReport, title: string): void {
  saveJson(report, `${title || 'call'}.report.json`);
}
