import { z } from 'zod';

/** Kinds of cue, by priority: if two are due at the same time, the first in this list is shown. */
export const cueKindSchema = z.enum([
  'let-them-finish',
  'softer',
  'slower',
  'dead-air',
  'pitch-raised',
  'hold',
  'louder',
]);
export type CueKind = z.infer<typeof cueKindSchema>;
export const cueKinds = cueKindSchema.options;

/** The evidence for a cue: `metric` had the `value` beyond `threshold` over `window`, in seconds from the start of the call. */
export const cueEvidenceSchema = z.object({
  metric: z.string(),
  value: z.number(),
  threshold: z.number(),
  window: z.tuple([z.number(), z.number()]),
});
export type CueEvidence = z.infer<typeof cueEvidenceSchema>;

/** A cue in the ledger. Times are seconds from the start of the call. */
export const cueSchema = z.object({
  kind: cueKindSchema,
  at: z.number(),
  until: z.number(),
  /** False if it was held back because another cue was visible or this kind was in its cooldown. */
  shown: z.boolean(),
  markedWrong: z.boolean(),
  evidence: cueEvidenceSchema,
});
export type Cue = z.infer<typeof cueSchema>;
