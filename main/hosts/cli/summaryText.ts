import { missingEntries } from '../../../core/export/reportSections.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import { isUnavailable } from '../../../core/model/unavailable.ts';

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

const number = (value: number | null, digits: number, unit: string) =>
  value === null ? '–' : `${value.toFixed(digits)}${unit}`;
const percent = (value: number | null) => (value === null ? '–' : `${Math.round(value * 100)} %`);

/** A readable summary of a call report, one screen in a terminal. */
export function summaryText(report: CallReport): string {
  const { source, summary } = report;
  const agent = report.speakers.find(({ role }) => role === 'agent');
  const isDialogue = report.speakers.length === 2;
  const interruptions = report.overlaps.filter(({ kind }) => kind === 'interruption');
  const by = (role: 'agent' | 'customer') => interruptions.filter(({ startedBy }) => startedBy === role).length;
  const rows: [string, string, string][] = [
    ['Talk share', percent(summary.talkShare), 'of all speech is the agent’s'],
    ['Soft share', percent(summary.softShare), 'of the agent’s speech; target 80 % or more'],
    ['Pace share', percent(summary.paceShare), 'of the agent’s speech at an easy pace; target 80 % or more'],
    ['Articulation rate', number(agent?.articulationRate ?? null, 2, ' syll/s'), 'usual is 4–5'],
    ['Response gap', number(summary.medianResponseGapSeconds, 2, ' s'), 'median; good is 0.4–1.2 s'],
    [
      'Interruptions',
      summary.agentInterruptions === null ? '–' : `${by('agent')} by the agent`,
      summary.agentInterruptions === null ? 'needs both parties' : `${by('customer')} by the customer; target 0`,
    ],
    ['Dead air', isUnavailable(report, 'deadAir') ? '–' : `${report.deadAir.length}`, 'silences of 4 s or more'],
    ['Waves', isDialogue ? `${report.waves.length}` : '–', 'of the customer’s loudness and pace'],
    [
      'Cues',
      isUnavailable(report, 'cues') ? '–' : `${report.cues.filter((cue) => cue.shown).length}`,
      source.kind === 'live' ? 'were shown' : 'would have been shown',
    ],
  ];
  const lines = [
    `${source.path ?? 'Live call'} · ${clock(source.durationSeconds)} · ${source.sampleRateHz / 1000} kHz · baseline: ${report.analysis.baseline}`,
    ...rows.map(([name, value, meaning]) => `  ${name.padEnd(18)} ${value.padStart(14)}   ${meaning}`),
    ...missingEntries({ report }).map(({ head, text }) => `  – ${head}: ${text}`),
  ];
  return `${lines.join('\n')}\n`;
}
