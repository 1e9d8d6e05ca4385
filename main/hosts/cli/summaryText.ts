import { Formatter, missing } from '../../../core/messages/formatter.ts';
import { english } from '../../../core/messages/language.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import { missingFields } from '../../../core/summary/missingFields.ts';
import { summaryNumbers } from '../../../core/summary/summaryNumbers.ts';

/** Returns a readable summary of a call report, one screen in a terminal. */
export function summaryText(report: CallReport): string {
  const { source, analysis } = report;
  const duration = new Formatter(english()).clock(source.durationSeconds);
  const lines = [
    `${source.path ?? 'Live call'} · ${duration} · ${source.sampleRateHz / 1000} kHz · baseline: ${analysis.baseline}`,
    ...summaryNumbers(report).map(({ label, value = missing, detail, target }) => {
      const goal = target === undefined ? '' : `; target ${target}`;
      return `  ${label.padEnd(26)} ${value.padStart(14)}   ${detail}${goal}`;
    }),
    ...missingFields(report).map(({ reason, fields }) => `  – ${fields.join(', ')}: ${reason}`),
  ];
  return `${lines.join('\n')}\n`;
}
