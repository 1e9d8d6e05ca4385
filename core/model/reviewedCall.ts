import { z } from 'zod';
import { callReportSchema } from './callReport.ts';
import { commentSchema } from './comment.ts';
import { reflectionSchema } from './reflection.ts';
import { scoreSheetSchema } from './rubric.ts';

/** A call with everything that people said about it, for exports and packs. */
export const reviewedCallSchema = z.object({
  title: z.string().min(1).max(400),
  report: callReportSchema,
  comments: z.array(commentSchema),
  scoreSheets: z.array(scoreSheetSchema),
  reflection: reflectionSchema.nullable(),
});
export type ReviewedCall = z.infer<typeof reviewedCallSchema>;
