import { z } from 'zod';
import { floorTransferSchema, overlapSchema, spanSchema, turnSchema, waveStateSchema } from './callReport.ts';
import { cueKindSchema, cueSchema } from './cue.ts';
import { roleSchema } from './role.ts';

export const floorStateSchema = z.enum(['wait', 'almost', 'your-turn']);
export type FloorState = z.infer<typeof floorStateSchema>;

/** Why a reading is greyed out. */
export const signalTroubleSchema = z.enum(['muted', 'clipping', 'noisy']);
export type SignalTrouble = z.infer<typeof signalTroubleSchema>;

/** What is to be mended at the agent's desk; readings go on. */
export const setupNoticeSchema = z.enum(['bleed', 'gain-turned', 'narrow-band']);
export type SetupNotice = z.infer<typeof setupNoticeSchema>;

/** One party's readings at a moment. Null where there is none yet, or none that can be trusted. */
export const speakerNowSchema = z.object({
  speaking: z.boolean(),
  /** Momentary (400 ms) K-weighted level; null in digital silence. */
  momentaryLufs: z.number().nullable(),
  /** Mean K-weighted level over speech of the last 3 s; null under 1 s of speech. */
  activeLufs: z.number().nullable(),
  /** Vocal effort against the own baseline; agent only. */
  effortDb: z.number().nullable(),
  /** Syllables a second of speech over the last 4 s of speech. */
  articulationRate: z.number().nullable(),
  /** Against the own baseline or, without one, the own running median. */
  pitchSemitones: z.number().nullable(),
  trouble: signalTroubleSchema.nullable(),
});
export type SpeakerNow = z.infer<typeof speakerNowSchema>;

/** Readings ten times a second. The latest replaces any earlier one, so a slow listener may miss some. */
export const callMetricsSchema = z.object({
  type: z.literal('metrics'),
  at: z.number(),
  agent: speakerNowSchema.nullable(),
  customer: speakerNowSchema.nullable(),
  floor: floorStateSchema.nullable(),
  wave: waveStateSchema.nullable(),
  /** Where the caller's wave stands: the fast average, 0…1; null before 15 s of caller speech. */
  waveHeight: z.number().nullable(),
  /** Agent speech over all speech so far. */
  talkShare: z.number().nullable(),
  /** The agent's rate baseline in force, syllables a second; null without one. */
  baselineRate: z.number().nullable(),
  baseline: z.enum(['personal', 'provisional', 'none']),
  /**
   * `bleed`: the caller is heard through the agent's microphone. `gain-turned`: the microphone's gain is no longer the baseline's,
   * and the level counts for nothing. `narrow-band`: it sends a telephone's band only, as a Bluetooth headset does.
   */
  notice: setupNoticeSchema.nullable(),
});
export type CallMetrics = z.infer<typeof callMetricsSchema>;

/**
 * What a call pipeline says while it runs. `metrics` is a `latest` event; every other kind is an `every` event: none may be lost.
 * `at` is the moment of the call, in seconds, at which the event was known.
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
