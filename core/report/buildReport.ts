import type { CallConfig } from '../config/callConfig.ts';
import { semitones } from '../metrics/vocalEffort.ts';
import type { Baseline } from '../model/baseline.ts';
import {
  type CallReport,
  isInterruptionBy,
  type SpeakerReport,
  secondsOfSpans,
  type Turn,
} from '../model/callReport.ts';
import type { Role } from '../model/role.ts';
import { isWithin } from '../model/targets.ts';
import { median } from '../statistics/median.ts';
import type { CallRecord, CallSource, SpeakerRecord } from './callRecord.ts';
import { coRegulationChanges } from './coRegulation.ts';
import { type Curve, changeAround, meanChange } from './reactivity.ts';
import { spanToMillisecond, toHundredth, toMillisecond, toThousandth } from './rounding.ts';
import { unavailableFields } from './unavailableFields.ts';
import { worstWindow } from './worstWindow.ts';

type Measures = ReturnType<SpeakerRecord['recorder']['measures']>;

/** Builds the report of a call. The same record always gives the same report. */
export function buildReport(record: CallRecord, source: CallSource, config: CallConfig, version: string): CallReport {
  const measures = new Map(record.speakers.map((speaker) => [speaker.role, speaker.recorder.measures()]));
  const curve = (role: Role, of: (found: Measures) => Curve['values']): Curve => {
    const found = measures.get(role);
    return { stepSeconds: config.timeline.stepSeconds, values: found ? of(found) : [] };
  };
  const callerLevel = curve('customer', ({ series }) => series.levelLufs);
  const agentLevel = curve('agent', ({ series }) => series.levelLufs);
  const agentRate = curve('agent', ({ series }) => series.articulationRate);
  const agentEffort = curve('agent', ({ series }) => series.effortDb);
  const { reactivityWindowSeconds } = config.wave;
  const gainSteps = record.speakers.flatMap(({ gainStepSeconds }) => gainStepSeconds);
  const isGainSteady = (peak: number) => gainSteps.every((step) => Math.abs(step - peak) > reactivityWindowSeconds);
  const caller = meanChange(coRegulationChanges(record.turns, callerLevel));
  const speakers = record.speakers.map((speaker) =>
    speakerReport(speaker, measures.get(speaker.role)!, record, agentEffort, config),
  );
  const report: Omit<CallReport, 'unavailable'> = {
    schema: 'softspoken.call-report/1',
    source: {
      kind: source.kind,
      path: source.path,
      startedAt: source.startedAt,
      durationSeconds: toMillisecond(source.durationSeconds),
      sampleRateHz: source.sampleRateHz,
      channels: source.channels,
      inputs: [...source.inputs],
    },
    analysis: {
      version,
      configHash: record.configHash,
      baseline: record.baselineKind,
      usual: usualOf(record.baseline),
    },
    speakers,
    turns: record.turns.map(roundedTurn),
    gaps: record.transfers.map((transfer) => ({
      ...transfer,
      at: toMillisecond(transfer.at),
      seconds: toMillisecond(transfer.seconds),
    })),
    overlaps: record.overlaps.map((overlap) => ({
      ...overlap,
      start: toMillisecond(overlap.start),
      end: toMillisecond(overlap.end),
      yieldSeconds: toThousandth(overlap.yieldSeconds ?? undefined),
    })),
    deadAir: record.deadAir.map(spanToMillisecond),
    wave: record.waveStates.map(({ state, start, end }) => ({
      state,
      start: toMillisecond(start),
      end: toMillisecond(end),
    })),
    waves: record.waves.map(({ start, peak, end }) => ({
      start: toMillisecond(start),
      peak: toMillisecond(peak),
      end: toMillisecond(end),
      agentLevelChangeDb: isGainSteady(peak)
        ? toHundredth(changeAround(agentLevel, peak, reactivityWindowSeconds))
        : null,
      agentRateChange: toHundredth(changeAround(agentRate, peak, reactivityWindowSeconds)),
    })),
    coRegulation: caller
      ? {
          valueDb: toHundredth(caller.valueDb)!,
          ci95: [toHundredth(caller.ci95[0])!, toHundredth(caller.ci95[1])!],
          n: caller.n,
        }
      : null,
    marks: [],
    cues: record.cues.map((cue) => ({
      ...cue,
      at: toMillisecond(cue.at),
      until: toMillisecond(cue.until),
      evidence: {
        ...cue.evidence,
        value: toHundredth(cue.evidence.value)!,
        threshold: toHundredth(cue.evidence.threshold)!,
        window: spanToMillisecond(cue.evidence.window),
      },
    })),
    timeline: timelineOf(measures, record, config),
    summary: summaryOf(record, speakers, measures.get('agent')),
    gapsInCapture: record.gapsInCapture.map((gap) => ({
      ...gap,
      start: toMillisecond(gap.start),
      seconds: toMillisecond(gap.seconds),
    })),
  };
  return { ...report, unavailable: unavailableFields(report, source.breakMessage, gainSteps) };
}

function usualOf(baseline: Baseline | undefined): CallReport['analysis']['usual'] {
  if (!baseline) return null;
  return {
    activeLufs: baseline.activeLufs.p50,
    alphaRatioDb: baseline.alphaRatioDb?.p50 ?? null,
    f0Hz: baseline.f0Hz?.p50 ?? null,
    articulationRate: baseline.articulationRate?.p50 ?? null,
  };
}

function roundedTurn(turn: Turn): Turn {
  return {
    ...turn,
    start: toMillisecond(turn.start),
    end: toMillisecond(turn.end),
    f0MedianHz: toHundredth(turn.f0MedianHz ?? undefined),
    effortMeanDb: toHundredth(turn.effortMeanDb ?? undefined),
  };
}

function speakerReport(
  speaker: SpeakerRecord,
  found: Measures,
  record: CallRecord,
  agentEffort: Curve,
  config: CallConfig,
): SpeakerReport {
  const { role, recorder } = speaker;
  const seconds = secondsOfSpans(recorder.segments);
  const turns = record.turns.filter((turn) => turn.role === role);
  const turnSeconds = secondsOfSpans(turns.map(({ start, end }) => [start, end]));
  const count = recorder.nucleusSeconds.length;
  const isEnough = seconds >= config.rate.minSpeechSeconds;
  const worst = worstWindow(agentEffort, config.effort.worstWindowSeconds);
  return {
    role,
    channel: speaker.channel,
    speech: { seconds: toMillisecond(seconds), segments: recorder.segments.map(spanToMillisecond) },
    syllables: { count, times: recorder.nucleusSeconds.map(toMillisecond) },
    articulationRate: isEnough ? toHundredth(count / seconds) : null,
    speechRate: isEnough && turnSeconds > 0 ? toHundredth(count / turnSeconds) : null,
    pauses: speaker.pauses.map(spanToMillisecond),
    level: {
      activeLufs: toHundredth(found.activeLufs),
      p10Lufs: toHundredth(found.p10Lufs),
      p50Lufs: toHundredth(found.p50Lufs),
      p90Lufs: toHundredth(found.p90Lufs),
      integratedLufs: toHundredth(found.integratedLufs),
    },
    effort:
      role === 'agent' && found.effortMeanDb !== undefined && found.inBandShare !== undefined
        ? {
            meanDb: toHundredth(found.effortMeanDb)!,
            p90Db: toHundredth(found.effortP90Db)!,
            inBandShare: toThousandth(found.inBandShare)!,
            worst30s: worst ? spanToMillisecond(worst) : null,
            alphaRatioDb: toHundredth(found.alphaRatioDb),
          }
        : null,
    steadiness: {
      levelSdDb: speaker.gainStepSeconds.length > 0 ? null : toHundredth(found.levelSdDb),
      pitchSdSemitones: toHundredth(found.f0SdSemitones),
    },
    rushedSpans: speaker.rushedSpans.map(spanToMillisecond),
    pausesKept: record.transfers.filter(
      (transfer) => transfer.to === role && isWithin(transfer.seconds, config.turns.pauseKeptSeconds),
    ).length,
    pitch: { medianHz: toHundredth(found.f0MedianHz), sdSemitones: toHundredth(found.f0SdSemitones) },
    signal: {
      snrDb: toHundredth(found.snrDb),
      clippedShare: toThousandth(speaker.clippedShare)!,
      silentShare: toThousandth(speaker.silentShare)!,
    },
  };
}

function timelineOf(
  measures: ReadonlyMap<Role, Measures>,
  record: CallRecord,
  config: CallConfig,
): CallReport['timeline'] {
  const agent = measures.get('agent');
  const customer = measures.get('customer');
  const common = (found: Measures, referenceHz: number | undefined) => ({
    levelLufs: found.series.levelLufs.map(toHundredth),
    articulationRate: found.series.articulationRate.map(toHundredth),
    pitchSemitones: found.series.pitchHz.map((hz) =>
      hz === undefined || referenceHz === undefined ? null : toHundredth(semitones(hz, referenceHz)),
    ),
  });
  return {
    stepSeconds: config.timeline.stepSeconds,
    agent: agent
      ? {
          ...common(agent, record.baseline?.f0Hz?.p50 ?? agent.f0MedianHz),
          effortDb: agent.series.effortDb.map(toHundredth),
        }
      : null,
    customer: customer ? common(customer, customer.f0MedianHz) : null,
  };
}

function summaryOf(
  record: CallRecord,
  speakers: readonly SpeakerReport[],
  agent: Measures | undefined,
): CallReport['summary'] {
  const isDialogue = speakers.length === 2;
  const speechSeconds = (role: Role) => speakers.find((speaker) => speaker.role === role)?.speech.seconds ?? 0;
  const allSpeech = speechSeconds('agent') + speechSeconds('customer');
  const responseGaps = record.transfers.filter(({ to }) => to === 'agent').map(({ seconds }) => seconds);
  return {
    talkShare: isDialogue && allSpeech > 0 ? toThousandth(speechSeconds('agent') / allSpeech) : null,
    softShare: toThousandth(agent?.inBandShare),
    paceShare: toThousandth(agent?.paceShare),
    medianResponseGapSeconds: isDialogue ? toThousandth(median(responseGaps)) : null,
    agentInterruptions: isDialogue ? record.overlaps.filter(isInterruptionBy('agent')).length : null,
    score: null,
  };
}
