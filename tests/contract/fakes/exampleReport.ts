import type { Baseline } from '../../../core/model/baseline.ts';
import type { CallEvent, CallMetrics } from '../../../core/model/callEvent.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import type { AnalysisResult } from '../../../main/analysis/analysis.ts';

/** Returns a report without any speech. */
export function exampleReport(kind: 'file' | 'live'): CallReport {
  return {
    schema: 'softspoken.call-report/1',
    source: {
      kind,
      path: null,
      startedAt: null,
      durationSeconds: 12.5,
      sampleRateHz: 16_000,
      channels: 2,
      inputs: [],
    },
    analysis: { version: '0.0.0', configHash: 'none', baseline: 'none', usual: null },
    speakers: [],
    turns: [],
    gaps: [],
    overlaps: [],
    deadAir: [],
    wave: [],
    waves: [],
    coRegulation: null,
    marks: [],
    cues: [],
    timeline: { stepSeconds: 0.5, agent: null, customer: null },
    summary: {
      talkShare: null,
      softShare: null,
      paceShare: null,
      medianResponseGapSeconds: null,
      agentInterruptions: null,
      score: null,
    },
    gapsInCapture: [],
    unavailable: [],
  };
}

export function exampleResult(kind: 'file' | 'live'): AnalysisResult {
  return {
    report: exampleReport(kind),
    peaks: [{ role: 'agent', peaksPerSecond: 20, values: Uint8Array.of(0, 64, 127) }],
  };
}

/** Returns a voice of an ordinary level; its alpha ratio follows by half a dB per dB. */
export function exampleBaseline(origin: Pick<Baseline, 'device' | 'agc'>, activeLufs = -24): Baseline {
  const around = (p50: number) => ({ p10: p50 - 1, p50, p90: p50 + 1 });
  return {
    schema: 'softspoken.baseline/1',
    ...origin,
    activeLufs: around(activeLufs),
    alphaRatioDb: around(activeLufs / 2),
    f0Hz: around(180),
    articulationRate: around(4.2),
    alphaPerDb: null,
  };
}

export function metricsAt(at: number): CallMetrics {
  return {
    type: 'metrics',
    at,
    agent: null,
    customer: null,
    floor: null,
    wave: null,
    waveHeight: null,
    talkShare: null,
    baselineRate: null,
    baseline: 'none',
    notice: null,
  };
}

export function floorAt(at: number, state: 'wait' | 'almost' | 'your-turn' = 'wait'): CallEvent {
  return { type: 'floor', at, state };
}

export function cueAt(at: number, shown = true): CallEvent {
  const evidence = { metric: 'effortDb', value: 7, threshold: 6, window: [at - 2, at] as [number, number] };
  return { type: 'cue', at, cue: { kind: 'softer', at, until: at + 4, shown, markedWrong: false, evidence } };
}
