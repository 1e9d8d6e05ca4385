import type { CallMeasures } from '../model/callMeasures.ts';
import type { CallReport, Span } from '../model/callReport.ts';
import { isUnavailable } from '../model/unavailable.ts';
import { median } from '../statistics/median.ts';

/** The numbers of a report that a list of calls is filtered and sorted by. What the report cannot tell is null. */
export function callMeasures(report: CallReport): CallMeasures {
  const { summary, overlaps } = report;
  const agent = report.speakers.find(({ role }) => role === 'agent');
  const customer = report.speakers.find(({ role }) => role === 'customer');
  const ofBoth = (value: () => number) => (agent && customer ? value() : null);
  const known = (field: string, value: number) => (isUnavailable(report, field) ? null : value);
  const levelChanges = report.waves.flatMap(({ agentLevelChangeDb }) => agentLevelChangeDb ?? []);
  return {
    talkShare: summary.talkShare,
    softShare: summary.softShare,
    paceShare: summary.paceShare,
    medianResponseGapSeconds: summary.medianResponseGapSeconds,
    agentInterruptions: summary.agentInterruptions,
    customerInterruptions: ofBoth(
      () => overlaps.filter(({ kind, startedBy }) => kind === 'interruption' && startedBy === 'customer').length,
    ),
    overlaps: ofBoth(() => overlaps.length),
    overlapSeconds: ofBoth(() => seconds(overlaps.map(({ start, end }) => [start, end]))),
    deadAirSeconds: known('deadAir', seconds(report.deadAir)),
    pausesKept: customer ? (agent?.pausesKept ?? null) : null,
    agentLevelLufs: agent?.level.activeLufs ?? null,
    agentEffortDb: agent?.effort?.meanDb ?? null,
    agentArticulationRate: agent?.articulationRate ?? null,
    agentPitchHz: agent?.pitch.medianHz ?? null,
    agentLevelSdDb: agent?.steadiness.levelSdDb ?? null,
    agentPitchSdSemitones: agent?.steadiness.pitchSdSemitones ?? null,
    rushedSeconds: agent ? known('speakers.agent.rushedSpans', seconds(agent.rushedSpans)) : null,
    waves: customer ? known('waves', report.waves.length) : null,
    waveLevelChangeDb: median(levelChanges) ?? null,
    coRegulationDb: report.coRegulation?.valueDb ?? null,
    cuesShown: known('cues', report.cues.filter(({ shown }) => shown).length),
    captureGapSeconds: report.gapsInCapture.reduce((sum, gap) => sum + gap.seconds, 0),
  };
}

function seconds(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}
