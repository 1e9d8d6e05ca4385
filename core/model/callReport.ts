import { z } from 'zod';
import { baselineKindSchema } from './baseline.ts';
import { cueSchema } from './cue.ts';
import { type Role, roleSchema } from './role.ts';

/** [start, end] in seconds from the start of the call. */
export const spanSchema = z.tuple([z.number(), z.number()]);
export type Span = z.infer<typeof spanSchema>;

/** Returns the total length of spans in seconds. */
export function secondsOfSpans(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

export const waveStateSchema = z.enum(['level', 'rising', 'peak', 'receding']);
export type WaveState = z.infer<typeof waveStateSchema>;

export const overlapKindSchema = z.enum(['interruption', 'backchannel', 'terminal', 'overlap']);
export type OverlapKind = z.infer<typeof overlapKindSchema>;

/** The source of one party's audio, and the settings that were really in force. */
export const callInputSchema = z.object({
  role: roleSchema,
  kind: z.enum(['device', 'page', 'file']),
  device: z.string().nullable(),
  appliedSettings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type CallInput = z.infer<typeof callInputSchema>;

export const turnSchema = z.object({
  role: roleSchema,
  start: z.number(),
  end: z.number(),
  syllables: z.number().int(),
  f0MedianHz: z.number().nullable(),
  effortMeanDb: z.number().nullable(),
});
export type Turn = z.infer<typeof turnSchema>;

/** A floor transfer: next turn's start − previous turn's end; negative is overlap. */
export const floorTransferSchema = z.object({
  from: roleSchema,
  to: roleSchema,
  at: z.number(),
  seconds: z.number(),
});
export type FloorTransfer = z.infer<typeof floorTransferSchema>;

export const overlapSchema = z.object({
  start: z.number(),
  end: z.number(),
  startedBy: roleSchema,
  kind: overlapKindSchema,
  /** True if the other stopped within 2 s and the interrupter held the floor for 1 s; null unless an interruption. */
  successful: z.boolean().nullable(),
  /** From the start until one of the two yields; null if nobody does, and for backchannels and quick answers. */
  yieldSeconds: z.number().nullable(),
});
export type Overlap = z.infer<typeof overlapSchema>;

/** True if both speak and it matters: backchannels and quick answers are not talk-over. */
export function isTalkOver({ kind }: Pick<Overlap, 'kind'>): boolean {
  return kind === 'interruption' || kind === 'overlap';
}

export function isInterruptionBy(role: Role): (overlap: Pick<Overlap, 'kind' | 'startedBy'>) => boolean {
  return ({ kind, startedBy }) => kind === 'interruption' && startedBy === role;
}

const nullableNumber = z.number().nullable();

export const speakerReportSchema = z.object({
  role: roleSchema,
  channel: z.number().int(),
  speech: z.object({ seconds: z.number(), segments: z.array(spanSchema) }),
  syllables: z.object({ count: z.number().int(), times: z.array(z.number()) }),
  /** Syllables per second of speech; null for less than 1.5 s of speech. */
  articulationRate: nullableNumber,
  /** Syllables per second of the speaker's turns, pauses included; null for less than 1.5 s of speech. */
  speechRate: nullableNumber,
  pauses: z.array(spanSchema),
  level: z.object({
    activeLufs: nullableNumber,
    p10Lufs: nullableNumber,
    p50Lufs: nullableNumber,
    p90Lufs: nullableNumber,
    integratedLufs: nullableNumber,
  }),
  /** Vocal effort compared with the agent's baseline; null for the caller and without a baseline. */
  effort: z
    .object({
      meanDb: z.number(),
      p90Db: z.number(),
      inBandShare: z.number(),
      worst30s: spanSchema.nullable(),
      alphaRatioDb: nullableNumber,
    })
    .nullable(),
  steadiness: z.object({ levelSdDb: nullableNumber, pitchSdSemitones: nullableNumber }),
  rushedSpans: z.array(spanSchema),
  /** Number of silences of 1–3 s that the speaker left after the other stopped. */
  pausesKept: z.number().int(),
  pitch: z.object({ medianHz: nullableNumber, sdSemitones: nullableNumber }),
  signal: z.object({ snrDb: nullableNumber, clippedShare: z.number(), silentShare: z.number() }),
});
export type SpeakerReport = z.infer<typeof speakerReportSchema>;

const seriesSchema = z.array(nullableNumber);

export const markSchema = z.object({
  kind: z.enum(['flag', 'stage', 'warning', 'escalation', 'follow-up']),
  at: z.number(),
  stage: z.number().int().nullable(),
  note: z.string(),
});

/**
 * The result of every analysis: of recordings and live calls, in exports and on the command line. Times are seconds from
 * the start of the call, rounded to 1 ms; levels are LUFS or dB; a missing value is null and named in `unavailable`.
 */
export const callReportSchema = z.object({
  schema: z.literal('softspoken.call-report/1'),
  source: z.object({
    kind: z.enum(['file', 'live']),
    path: z.string().nullable(),
    startedAt: z.string().nullable(),
    durationSeconds: z.number(),
    sampleRateHz: z.number(),
    channels: z.number().int(),
    inputs: z.array(callInputSchema),
  }),
  analysis: z.object({
    version: z.string(),
    configHash: z.string(),
    baseline: baselineKindSchema,
    /** Medians of the baseline in force, which the agent's measures are compared with. */
    usual: z
      .object({
        activeLufs: z.number(),
        alphaRatioDb: nullableNumber,
        f0Hz: nullableNumber,
        articulationRate: nullableNumber,
      })
      .nullable(),
  }),
  speakers: z.array(speakerReportSchema),
  turns: z.array(turnSchema),
  gaps: z.array(floorTransferSchema),
  overlaps: z.array(overlapSchema),
  deadAir: z.array(spanSchema),
  wave: z.array(z.object({ state: waveStateSchema, start: z.number(), end: z.number() })),
  /** Waves of the caller. The agent's changes compare the 10 s after the peak with the 10 s before it. */
  waves: z.array(
    z.object({
      start: z.number(),
      peak: z.number(),
      end: z.number(),
      agentLevelChangeDb: nullableNumber,
      agentRateChange: nullableNumber,
    }),
  ),
  coRegulation: z.object({ valueDb: z.number(), ci95: spanSchema, n: z.number().int() }).nullable(),
  marks: z.array(markSchema),
  cues: z.array(cueSchema),
  timeline: z.object({
    stepSeconds: z.number(),
    agent: z
      .object({
        levelLufs: seriesSchema,
        effortDb: seriesSchema,
        articulationRate: seriesSchema,
        pitchSemitones: seriesSchema,
      })
      .nullable(),
    customer: z
      .object({ levelLufs: seriesSchema, articulationRate: seriesSchema, pitchSemitones: seriesSchema })
      .nullable(),
  }),
  summary: z.object({
    talkShare: nullableNumber,
    softShare: nullableNumber,
    paceShare: nullableNumber,
    medianResponseGapSeconds: nullableNumber,
    agentInterruptions: z.number().int().nullable(),
    score: nullableNumber,
  }),
  gapsInCapture: z.array(z.object({ role: roleSchema, start: z.number(), seconds: z.number(), reason: z.string() })),
  unavailable: z.array(z.object({ field: z.string(), reason: z.string() })),
});
export type CallReport = z.infer<typeof callReportSchema>;

export function speakerOf({ speakers }: Pick<CallReport, 'speakers'>, wanted: Role): SpeakerReport | undefined {
  return speakers.find(({ role }) => role === wanted);
}
