import type { CallReport } from '../model/callReport.ts';

/** Which way a measure is better; `within` has a target on both sides, and no personal best. */
type Better = 'higher' | 'lower' | 'within';

export interface Measure {
  readonly unit: string;
  readonly better: Better;
  /** Null where the call does not tell. */
  readonly of: (report: CallReport) => number | null;
}

const agentOf = (report: CallReport) => report.speakers.find(({ role }) => role === 'agent');

/** Per ten minutes, so that long calls compare with short ones. */
function perTenMinutes(count: number | null, { source }: CallReport): number | null {
  return count === null || source.durationSeconds <= 0 ? null : (600 * count) / source.durationSeconds;
}

/** What is followed from call to call. */
export const measures = {
  softShare: { unit: '', better: 'higher', of: ({ summary }) => summary.softShare },
  paceShare: { unit: '', better: 'higher', of: ({ summary }) => summary.paceShare },
  effortDb: { unit: 'dB', better: 'within', of: (report) => agentOf(report)?.effort?.meanDb ?? null },
  articulationRate: { unit: 'syll/s', better: 'within', of: (report) => agentOf(report)?.articulationRate ?? null },
  levelSdDb: { unit: 'dB', better: 'lower', of: (report) => agentOf(report)?.steadiness.levelSdDb ?? null },
  pitchSdSemitones: { unit: 'st', better: 'within', of: (report) => agentOf(report)?.pitch.sdSemitones ?? null },
  responseGapSeconds: { unit: 's', better: 'within', of: ({ summary }) => summary.medianResponseGapSeconds },
  interruptions: {
    unit: 'per 10 min',
    better: 'lower',
    of: (report) => perTenMinutes(report.summary.agentInterruptions, report),
  },
  deadAir: {
    unit: 'per 10 min',
    better: 'lower',
    of: (report) => perTenMinutes(report.speakers.length === 2 ? report.deadAir.length : null, report),
  },
  talkShare: { unit: '', better: 'within', of: ({ summary }) => summary.talkShare },
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof measures;
export const measureNames = Object.keys(measures) as MeasureName[];
