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

export const readingEventSchema = z.discriminatedUnion('type', [
  /** About ten a second. */
  z.object({
    type: z.literal('progress'),
    /** Sound heard so far. */
    seconds: z.number(),
    /** Of it speech; known about half a second late. */
    speechSeconds: z.number(),
    level: levelPreviewSchema,
  }),
  /** What the reading says of the voice. Always the last event. */
  z.object({ type: z.literal('done'), reading: baselineSchema }),
]);
export type ReadingEvent = z.infer<typeof readingEventSchema>;

export const baselineContract = {
  /** The stored baselines, newest first, now and after every change. */
  watch: procedure.output(eventIterator(z.array(storedBaselineSchema))),
  /** Listens to somebody reading aloud for so long. A listener who leaves breaks the reading off. */
  read: procedure
    .input(z.object({ source: liveSourceSchema, seconds: z.number().min(10).max(60) }))
    .output(eventIterator(readingEventSchema)),
  /** Makes two readings on one device its baseline, in place of an earlier one. */
  save: procedure
    .input(z.object({ normal: baselineSchema, soft: baselineSchema.nullable() }))
    .output(storedBaselineSchema),
  /** A device without one is no error. */
  remove: procedure.input(z.object({ device: z.string() })).output(z.void()),
};
