import { z } from 'zod';
import { type PracticeResults, practiceResultsSchema } from '../../../core/model/practicePlan.ts';
import { type ReviewedCall, reviewedCallSchema } from '../../../core/model/reviewedCall.ts';
import { type Rubric, rubricSchema } from '../../../core/model/rubric.ts';

/** A call with its report as measured, whoever shares its channel: what was said of that can be taken back where it is opened. */
export interface PackedReview {
  readonly call: ReviewedCall;
  readonly isChannelShared: boolean;
  readonly audioPath: string | null;
}

/**
 * What goes into a coach pack: calls with what was said about them, and of each the audio only where it was chosen; or
 * what came of a practice plan.
 */
export interface CoachPack {
  readonly note: string;
  readonly rubric: Rubric | null;
  readonly calls: readonly PackedReview[];
  readonly practice: PracticeResults | null;
}

/**
 * The head of an unsealed pack: its length in four bytes (big-endian), itself as JSON, then the audio of the calls in
 * their order, as many bytes each as it says.
 */
export const packManifestSchema = z.object({
  schema: z.literal('softspoken.coach-pack/1'),
  madeWith: z.string(),
  note: z.string(),
  rubric: rubricSchema.nullable(),
  calls: z.array(
    z.object({
      call: reviewedCallSchema,
      isChannelShared: z.boolean().default(false),
      audioBytes: z.number().int().nonnegative().nullable(),
    }),
  ),
  /** Packs of calls from before there was practice have none. */
  practice: practiceResultsSchema.nullable().default(null),
});
export type PackManifest = z.infer<typeof packManifestSchema>;

/** Longest head that is read. */
export const MOST_MANIFEST_BYTES = 64 * 2 ** 20;
