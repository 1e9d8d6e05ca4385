import type { CallReport, Span, SpeakerReport } from '../../core/model/callReport.ts';
import type { Role } from '../../core/model/role.ts';
import type { Peaks } from '../../main/audio/peakEnvelope.ts';

/** Returns a made-up report with every kind of content, for testing screens rather than measures. Deterministic. */
export function syntheticReport(changes: Partial<CallReport> = {}): CallReport {
  const durationSeconds = 184.5;
  const stepSeconds = 0.25;
  const agentSpeech: Span[] = [
    [1, 8.2],
    [20.9, 31],
    [51.4, 55.2],
    [72.5, 88],
    [101, 117.4],
    [140, 157.8],
    [170, 183],
  ];
  const callerSpeech: Span[] = [
    [9, 20.1],
    [31.8, 52.7],
    [56, 71.7],
    [89.1, 100.2],
    [118, 139],
  ];
  const steps = Array.from({ length: Math.floor(durationSeconds / stepSeconds) }, (_, index) => index * stepSeconds);
  const during = (speech: readonly Span[], value: (at: number) => number) =>
    steps.map((at) => (speech.some(([start, end]) => at >= start && at < end) ? value(at) : null));
  const effortAt = (at: number) => -3 + 2.2 * Math.sin(at / 2.3) + (at > 50 && at < 90 ? 5.5 : 0);
  const rateAt = (at: number) => 4.1 + 0.5 * Math.sin(at / 3.1) + (at > 72 && at < 90 ? 1.1 : 0);

  return {
    schema: 'softspoken.call-report/1',
    source: {
      kind: 'file',
      path: 'order-never-arrived.flac',
      startedAt: null,
      durationSeconds,
      sampleRateHz: 16_000,
      channels: 2,
      inputs: [],
    },
    analysis: {
      version: '0.1.0',
      configHash: 'c0ffee',
      baseline: 'personal',
      usual: { activeLufs: -26, alphaRatioDb: -9, f0Hz: 205, articulationRate: 4.6 },
    },
    speakers: [
      speaker('agent', 0, agentSpeech, {
        effort: { meanDb: -1.2, p90Db: 3.8, inBandShare: 0.71, worst30s: [58, 88], alphaRatioDb: -9.1 },
        rushedSpans: [[74, 87.5]],
        pausesKept: 3,
      }),
      speaker('customer', 1, callerSpeech, {}),
    ],
    turns: [
      ...agentSpeech.map(([start, end]) => turn('agent', start, end)),
      ...callerSpeech.map(([start, end]) => turn('customer', start, end)),
    ].sort((one, other) => one.start - other.start),
    gaps: [
      { from: 'customer', to: 'agent', at: 20.1, seconds: 0.8 },
      { from: 'agent', to: 'customer', at: 31, seconds: 0.8 },
      { from: 'customer', to: 'agent', at: 52.7, seconds: -1.3 },
    ],
    overlaps: [
      { start: 51.4, end: 52.7, startedBy: 'agent', kind: 'interruption', successful: true, yieldSeconds: null },
      { start: 116.2, end: 117.4, startedBy: 'customer', kind: 'interruption', successful: true, yieldSeconds: 1.2 },
      { start: 86.8, end: 87.4, startedBy: 'customer', kind: 'backchannel', successful: null, yieldSeconds: 0.6 },
    ],
    deadAir: [[158.2, 169.8]],
    wave: [
      { state: 'rising', start: 31, end: 44 },
      { state: 'peak', start: 44, end: 66 },
      { state: 'receding', start: 66, end: 92 },
    ],
    waves: [{ start: 31, peak: 46, end: 92, agentLevelChangeDb: 1.9, agentRateChange: 0.4 }],
    coRegulation: null,
    marks: [],
    cues: [
      cue('let-them-finish', 52.1, true),
      cue('softer', 76.4, true),
      cue('slower', 84.2, false),
      cue('slower', 104.2, true),
      cue('dead-air', 164.2, true),
    ],
    timeline: {
      stepSeconds,
      agent: {
        levelLufs: during(agentSpeech, (at) => -25 + effortAt(at)),
        effortDb: during(agentSpeech, effortAt),
        articulationRate: during(agentSpeech, rateAt),
        pitchSemitones: during(agentSpeech, (at) => Math.sin(at)),
      },
      customer: {
        levelLufs: during(callerSpeech, (at) => -22 + 3 * Math.sin(at / 5)),
        articulationRate: during(callerSpeech, (at) => 4.6 + 0.6 * Math.sin(at / 4)),
        pitchSemitones: during(callerSpeech, (at) => 2 * Math.sin(at / 3)),
      },
    },
    summary: {
      talkShare: 0.46,
      softShare: 0.71,
      paceShare: 0.83,
      medianResponseGapSeconds: 0.8,
      agentInterruptions: 1,
      score: null,
    },
    gapsInCapture: [],
    unavailable: [],
    ...changes,
  };
}

/** Returns the same call without caller audio and without a baseline. */
export function syntheticReportOfOneSpeaker(): CallReport {
  const report = syntheticReport();
  const [agent] = report.speakers;
  if (!agent) throw new RangeError('The report has no agent.');
  return {
    ...report,
    source: { ...report.source, channels: 1 },
    analysis: { ...report.analysis, baseline: 'none' },
    speakers: [{ ...agent, effort: null, rushedSpans: [] }],
    turns: report.turns.filter(({ role }) => role === 'agent'),
    gaps: [],
    overlaps: [],
    deadAir: [],
    wave: [],
    waves: [],
    cues: [],
    timeline: {
      ...report.timeline,
      agent: report.timeline.agent && {
        ...report.timeline.agent,
        effortDb: report.timeline.agent.effortDb.map(() => null),
      },
      customer: null,
    },
    summary: {
      talkShare: null,
      softShare: null,
      paceShare: null,
      medianResponseGapSeconds: null,
      agentInterruptions: null,
      score: null,
    },
    unavailable: [
      { field: 'speakers.customer', reason: 'this recording has one channel' },
      { field: 'speakers.agent.effort', reason: 'no baseline and under 20 s of speech' },
      ...['gaps', 'overlaps', 'deadAir', 'wave', 'waves', 'coRegulation'].map((field) => ({
        field,
        reason: 'no caller audio',
      })),
    ],
  };
}

/** Returns the same call with both parties on one channel, measured as if it were the agent's alone. */
export function syntheticReportOfOneChannel(): CallReport {
  const report = syntheticReport();
  const alone = syntheticReportOfOneSpeaker();
  return {
    ...alone,
    analysis: report.analysis,
    speakers: report.speakers.slice(0, 1),
    cues: report.cues.filter(({ kind }) => kind === 'softer' || kind === 'slower'),
    timeline: { ...report.timeline, customer: null },
    summary: { ...alone.summary, softShare: report.summary.softShare, paceShare: report.summary.paceShare },
    unavailable: alone.unavailable.filter(({ field }) => field !== 'speakers.agent.effort'),
  };
}

/** Returns waveforms that fit a report's speech. */
export function syntheticPeaks(report: CallReport, peaksPerSecond = 20): Peaks[] {
  return report.speakers.map(({ role, speech }) => ({
    role,
    peaksPerSecond,
    values: Uint8Array.from({ length: Math.ceil(report.source.durationSeconds * peaksPerSecond) }, (_, index) => {
      const at = index / peaksPerSecond;
      const isSpeech = speech.segments.some(([start, end]) => at >= start && at < end);
      return isSpeech ? Math.round(58 + 38 * Math.sin(at * 9.1) * Math.sin(at * 2.7)) : (index * 7) % 3;
    }),
  }));
}

function speaker(role: Role, channel: number, segments: Span[], changes: Partial<SpeakerReport>): SpeakerReport {
  return {
    role,
    channel,
    speech: { seconds: segments.reduce((sum, [start, end]) => sum + end - start, 0), segments },
    syllables: { count: 380, times: [] },
    articulationRate: 4.3,
    speechRate: 3.6,
    pauses: [],
    level: { activeLufs: -23.4, p10Lufs: -30.1, p50Lufs: -24, p90Lufs: -19.5, integratedLufs: -24.1 },
    effort: null,
    steadiness: { levelSdDb: 3.1, pitchSdSemitones: 2.3 },
    rushedSpans: [],
    pausesKept: 0,
    pitch: { medianHz: 212.5, sdSemitones: 2.3 },
    signal: { snrDb: 31, clippedShare: 0, silentShare: 0 },
    ...changes,
  };
}

function turn(role: Role, start: number, end: number): CallReport['turns'][number] {
  return { role, start, end, syllables: Math.round(4 * (end - start)), f0MedianHz: null, effortMeanDb: null };
}

function cue(kind: CallReport['cues'][number]['kind'], at: number, shown: boolean): CallReport['cues'][number] {
  const evidence = { metric: 'articulationRate', value: 5.3, threshold: 4.8, window: [at - 8, at] as [number, number] };
  return { kind, at, until: at + 4, shown, markedWrong: false, evidence };
}
