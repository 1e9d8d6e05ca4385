import { z } from 'zod';
import { baselineKindSchema } from './baseline.ts';
import { floorTransferSchema, overlapSchema, spanSchema, turnSchema, waveStateSchema } from './callReport.ts';
import { cueKindSchema, cueSchema } from './cue.ts';
import { roleSchema } from './role.ts';

export const floorStateSchema = z.enum(['wait', 'almost', 'your-turn']);
export type FloorState = z.infer<typeof floorStateSchema>;

/** Reasons to grey out a reading. */
export const signalTroubleSchema = z.enum(['muted', 'clipping', 'noisy']);
export type SignalTrouble = z.infer<typeof signalTroubleSchema>;

/**
 * Problems for the agent to fix while the call continues. `bleed`: the microphone picks up the caller. `gain-turned`: the
 * microphone's gain differs from the baseline's, so levels are ignored. `narrow-band`: the microphone sends only the
 * telephone band, as Bluetooth headsets do.
 */
export const setupNoticeSchema = z.enum(['bleed', 'gain-turned', 'narrow-band']);
export type SetupNotice = z.infer<typeof setupNoticeSchema>;

/** One party's readings at a moment; null if there is no reliable one yet. */
export const speakerNowSchema = z.object({
  speaking: z.boolean(),
  /** Momentary (400 ms) K-weighted level; null in digital silence. */
  momentaryLufs: z.number().nullable(),
  /** Mean K-weighted level of the speech in the last 3 s; null for less than 1 s of speech. */
  activeLufs: z.number().nullable(),
  /** Vocal effort compared with the baseline; agent only. */
  effortDb: z.number().nullable(),
  /** Syllables per second over the last 4 s of speech. */
  articulationRate: z.number().nullable(),
  /** Relative to the speaker's baseline or, without one, to their running median. */
  pitchSemitones: z.number().nullable(),
  trouble: signalTroubleSchema.nullable(),
});
export type SpeakerNow = z.infer<typeof speakerNowSchema>;

/** Readings, ten times per second. A new one replaces the one before, so a slow listener may miss some. */
export const callMetricsSchema = z.object({
  type: z.literal('metrics'),
  at: z.number(),
  agent: speakerNowSchema.nullable(),
  customer: speakerNowSchema.nullable(),
  floor: floorStateSchema.nullable(),
  wave: waveStateSchema.nullable(),
  /** Fast average of the caller's wave, 0…1; null before 15 s of caller speech. */
  waveHeight: z.number().nullable(),
  /** The agent's share of all speech so far. */
  talkShare: z.number().nullable(),
  /** The agent's usual rate in syllables per second; null without a baseline. */
  baselineRate: z.number().nullable(),
  baseline: baselineKindSchema,
  notice: setupNoticeSchema.nullable(),
});
export type CallMetrics = z.infer<typeof callMetricsSchema>;

/**
 * Events of a running call pipeline. `metrics` is a `latest` event; all others are `every` events, none of which may be
 * lost. `at` is the time at which the event was known, in seconds from the start of the call.
 */
export const callEventSchema = z.discriminatedUnion('type', [
  callMetricsSchema,
  z.object({ type: z.literal('floor'), at: z.number(), state: floorStateSchema }),
  z.object({ type: z.literal('wave'), at: z.number(), state: waveStateSchema }),
  z.object({ type: z.literal('cue'), at: z.number(), cue: cueSchema }),
  z.object({ type: z.literal('cue-ended'), at: z.number(), kind: cueKindSchema }),
  z.object({ type: z.literal('speech'), at: z.number(), role: roleSchema, segment: spanSchema }),
  z.object({ type: z.literal('turn'), at: z.number(), turn: turnSchema }),
  z.object({ type: z.literal('floor-transfer'), at: z.number(), transfer: floorTransferSchema }),
  z.object({ type: z.literal('overlap'), at: z.number(), overlap: overlapSchema }),
  z.object({ type: z.literal('dead-air'), at: z.number(), span: spanSchema }),
  z.object({
    type: z.literal('capture-gap'),
    at: z.number(),
    role: roleSchema,
    seconds: z.number(),
    reason: z.string(),
  }),
]);
export type CallEvent = z.infer<typeof callEventSchema>;
