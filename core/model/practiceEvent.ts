import { z } from 'zod';
import { appErrorDataSchema } from './appError.ts';
import { floorStateSchema } from './callEvent.ts';
import { cueSchema } from './cue.ts';
import { intensitySchema, outcomeSchema } from './scenario.ts';

/** The readings of an attempt at a moment; null if there is no reliable one, or none of that kind. */
export const practiceNowSchema = z.object({
  type: z.literal('now'),
  /** Seconds from the start of the attempt; negative before it. */
  at: z.number(),
  speaking: z.boolean(),
  effortDb: z.number().nullable(),
  /** Rate relative to the target. */
  paceRatio: z.number().nullable(),
  pitchSemitones: z.number().nullable(),
  /** Target in syllables per second: that of the drill, or else the trainee's usual rate. */
  targetRate: z.number(),
  floor: floorStateSchema.nullable(),
  /** Anger of the caller of a scenario, 0…1. */
  heat: z.number().min(0).max(1).nullable(),
  intensity: intensitySchema.nullable(),
  /** Index of a drill's phase. */
  phase: z.number().int().nullable(),
  phaseSeconds: z.number().nullable(),
  /** True if the trainee speaks while the caller has the floor. */
  talksOver: z.boolean(),
});
export type PracticeNow = z.infer<typeof practiceNowSchema>;

/** Events of an attempt. `now` is a `latest` event; all others are `every` events. */
export const practiceEventSchema = z.discriminatedUnion('type', [
  practiceNowSchema,
  /** The caller says something: play this clip, or speak this text, immediately. */
  z.object({
    type: z.literal('say'),
    at: z.number(),
    clip: z.string(),
    text: z.string(),
    /** Null if only the clip conveys it. */
    intensity: intensitySchema.nullable(),
  }),
  /** The clip becomes louder by this many dB; 0 restores its level. */
  z.object({ type: z.literal('gain'), at: z.number(), byDb: z.number() }),
  /** The clip stops mid-word. */
  z.object({ type: z.literal('break-off'), at: z.number() }),
  z.object({ type: z.literal('talked-over'), at: z.number() }),
  z.object({ type: z.literal('cue'), at: z.number(), cue: cueSchema }),
  z.object({ type: z.literal('cue-ended'), at: z.number() }),
  /** The microphone picks up the caller: headphones are needed. */
  z.object({ type: z.literal('bleed'), at: z.number() }),
  /** An audio source has a problem; an empty message means that it is solved. */
  z.object({ type: z.literal('source'), message: z.string() }),
  z.object({ type: z.literal('over'), at: z.number(), outcome: outcomeSchema.nullable() }),
  /** The attempt is saved. The last event is always this one or `failed`. */
  z.object({ type: z.literal('saved'), attemptId: z.string() }),
  z.object({ type: z.literal('failed'), error: appErrorDataSchema }),
]);
export type PracticeEvent = z.infer<typeof practiceEventSchema>;
