import { z } from 'zod';

/** Kinds of cue, by priority: where two are due at once, the earlier one is shown. */
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

/** What a cue fired on: `metric` stood at `value` beyond `threshold` over `window` (seconds from the start of the call). */
export const cueEvidenceSchema = z.object({
  metric: z.string(),
  value: z.number(),
  threshold: z.number(),
  window: z.tuple([z.number(), z.number()]),
});
export type CueEvidence = z.infer<typeof cueEvidenceSchema>;

/** A cue as it stands in the ledger. Times are seconds from the start of the call. */
export const cueSchema = z.object({
  kind: cueKindSchema,
  at: z.number(),
  until: z.number(),
  /** False where it was held back: another cue was visible, or this kind was resting. */
  shown: z.boolean(),
  markedWrong: z.boolean(),
  evidence: cueEvidenceSchema,
});
export type Cue = z.infer<typeof cueSchema>;
