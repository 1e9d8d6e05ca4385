import { z } from 'zod';
import { type PracticeResults, practiceResultsSchema } from '../../../core/model/practicePlan.ts';
import { type ReviewedCall, reviewedCallSchema } from '../../../core/model/reviewedCall.ts';
import { type Rubric, rubricSchema } from '../../../core/model/rubric.ts';

/** A call with its report as measured. A channel marked as shared can be unmarked where the pack is opened. */
export interface PackedReview {
  readonly call: ReviewedCall;
  readonly isChannelShared: boolean;
  readonly audioPath: string | null;
}

/**
 * What goes into a coach pack: either calls with what was said about them, and their audio where it was selected, or the
 * results of a practice plan.
 */
export interface CoachPack {
  readonly note: string;
  readonly rubric: Rubric | null;
  readonly calls: readonly PackedReview[];
  readonly practice: PracticeResults | null;
}

/**
 * The head of an unsealed pack. A pack is the length of the head in four bytes (big-endian), the head as JSON, then the
 * audio of the calls in their order, each with as many bytes as the head says.
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
  /** Packs made before there was practice do not have it. */
  practice: practiceResultsSchema.nullable().default(null),
});
export type PackManifest = z.infer<typeof packManifestSchema>;

/** A longer head is not read. */
export const MOST_MANIFEST_BYTES = 64 * 2 ** 20;
