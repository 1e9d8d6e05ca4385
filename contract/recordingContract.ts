import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { appErrorDataSchema } from '../core/model/appError.ts';
import { baselineSchema } from '../core/model/baseline.ts';
import { roleSchema } from '../core/model/role.ts';
import { callIdSchema } from './callContract.ts';
import { procedure } from './procedure.ts';
import { streamIdSchema } from './streamContract.ts';

export const sampleSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  durationSeconds: z.number(),
});
export type Sample = z.infer<typeof sampleSchema>;

export const jobIdSchema = z.string().min(1).max(64);

export const analysisEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    /** 0…1 */
    fraction: z.number().min(0).max(1),
    remainingSeconds: z.number().nonnegative().nullable(),
  }),
  z.object({
    type: z.literal('done'),
    callId: callIdSchema,
    /** True if the library already had the recording, as this call; the call was not changed. */
    wasKnown: z.boolean(),
  }),
  z.object({ type: z.literal('failed'), error: appErrorDataSchema }),
]);
export type AnalysisEvent = z.infer<typeof analysisEventSchema>;

export const recordingContract = {
  samples: procedure.output(z.array(sampleSchema)),
  /**
   * Starts to analyse a finished or running upload, or a sample call. `roles` names the channels in order, null skips
   * one; by default agent, customer for two channels, agent for one.
   */
  analyze: procedure
    .input(
      z.object({
        source: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('upload'), streamId: streamIdSchema }),
          z.object({ kind: z.literal('sample'), id: z.string() }),
        ]),
        roles: z.array(roleSchema.nullable()).min(1).max(8).nullable(),
        baseline: baselineSchema.nullable(),
        /** Skips a recording that is already in the library. */
        onlyNew: z.boolean().default(false),
      }),
    )
    .output(z.object({ jobId: jobIdSchema })),
  /**
   * Remeasures a call from its stored audio, with its channels assigned to these parties in order. Additions to the
   * call stay. Watched like any analysis; `done` carries the same call.
   */
  reanalyze: procedure
    .input(z.object({ callId: callIdSchema, roles: z.array(roleSchema).min(1).max(2) }))
    .output(z.object({ jobId: jobIdSchema })),
  /** Yields progress, then `done` or `failed` as the last event. */
  watch: procedure.input(z.object({ jobId: jobIdSchema })).output(eventIterator(analysisEventSchema)),
  cancel: procedure.input(z.object({ jobId: jobIdSchema })).output(z.void()),
};
