import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { baselineSchema } from '../core/model/baseline.ts';
import { levelPreviewSchema, liveSourceSchema } from './liveContract.ts';
import { procedure } from './procedure.ts';

/** The agent's own baseline on one capture device. */
export const storedBaselineSchema = z.object({
  device: z.string(),
  /** ISO 8601 */
  measuredAt: z.string(),
  baseline: baselineSchema,
});
export type StoredBaseline = z.infer<typeof storedBaselineSchema>;

export const enrolmentEventSchema = z.discriminatedUnion('type', [
  /** Sent about ten times per second. */
  z.object({
    type: z.literal('progress'),
    /** Sound recorded so far. */
    seconds: z.number(),
    /** The part of it that is speech; known about half a second late. */
    speechSeconds: z.number(),
    level: levelPreviewSchema,
  }),
  /** The voice measured by this enrolment. Always the last event. */
  z.object({ type: z.literal('done'), baseline: baselineSchema }),
]);
export type EnrolmentEvent = z.infer<typeof enrolmentEventSchema>;

export const baselineContract = {
  /** Yields the stored baselines, newest first, now and after every change. */
  watch: procedure.output(eventIterator(z.array(storedBaselineSchema))),
  /**
   * Records somebody who reads the passage, for this many seconds. Ends early, without a result, when its listener
   * leaves.
   */
  enrol: procedure
    .input(z.object({ source: liveSourceSchema, seconds: z.number().min(10).max(60) }))
    .output(eventIterator(enrolmentEventSchema)),
  /** Makes two enrolments on one device its baseline, replacing any earlier one. */
  save: procedure
    .input(z.object({ normal: baselineSchema, soft: baselineSchema.nullable() }))
    .output(storedBaselineSchema),
  /** Does nothing if the device has no baseline. */
  remove: procedure.input(z.object({ device: z.string() })).output(z.void()),
};
