import { z } from 'zod';
import { appErrorDataSchema } from './appError.ts';
import { floorStateSchema } from './callEvent.ts';
import { cueSchema } from './cue.ts';
import { intensitySchema, outcomeSchema } from './scenario.ts';

/** The readings of an attempt at a moment. Null where there is none that can be trusted, or none of that kind. */
export const practiceNowSchema = z.object({
  type: z.literal('now'),
  /** Seconds from the start of the attempt; negative while it is about to begin. */
  at: z.number(),
  speaking: z.boolean(),
  effortDb: z.number().nullable(),
  /** Rate over the target. */
  paceRatio: z.number().nullable(),
  pitchSemitones: z.number().nullable(),
  /** Syllables a second to aim at: of a drill its target, else the own usual rate. */
  targetRate: z.number(),
  floor: floorStateSchema.nullable(),
  /** Of a scenario: how angry the caller is, 0…1. */
  heat: z.number().min(0).max(1).nullable(),
  intensity: intensitySchema.nullable(),
  /** Of a drill: the index of its phase, and the time into it. */
  phase: z.number().int().nullable(),
  phaseSeconds: z.number().nullable(),
  /** The trainee speaks while the other has the floor. */
  talksOver: z.boolean(),
});
export type PracticeNow = z.infer<typeof practiceNowSchema>;

/** What happens in an attempt. `now` is a `latest` event; every other kind is an `every` event. */
export const practiceEventSchema = z.discriminatedUnion('type', [
  practiceNowSchema,
  /** The caller says something: play this clip or speak these words, at once. */
  z.object({
    type: z.literal('say'),
    at: z.number(),
    clip: z.string(),
    text: z.string(),
    /** How it is said; null where only the clip tells. */
    intensity: intensitySchema.nullable(),
  }),
  /** The clip that plays gets louder by so much, 0 for as before. */
  z.object({ type: z.literal('gain'), at: z.number(), byDb: z.number() }),
  /** The clip that plays stops in mid-word. */
  z.object({ type: z.literal('break-off'), at: z.number() }),
  z.object({ type: z.literal('talked-over'), at: z.number() }),
  z.object({ type: z.literal('cue'), at: z.number(), cue: cueSchema }),
  z.object({ type: z.literal('cue-ended'), at: z.number() }),
  /** The microphone hears the caller: headphones are needed. */
  z.object({ type: z.literal('bleed'), at: z.number() }),
  /** A source of sound is in trouble, or, with an empty message, no longer. */
  z.object({ type: z.literal('source'), message: z.string() }),
  z.object({ type: z.literal('over'), at: z.number(), outcome: outcomeSchema.nullable() }),
  /** The attempt is kept. Always the last event, unless `failed` is. */
  z.object({ type: z.literal('saved'), attemptId: z.string() }),
  z.object({ type: z.literal('failed'), error: appErrorDataSchema }),
]);
export type PracticeEvent = z.infer<typeof practiceEventSchema>;
