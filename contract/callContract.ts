import { z } from 'zod';
import { callReportSchema } from '../core/model/callReport.ts';
import { roleSchema } from '../core/model/role.ts';
import { procedure } from './procedure.ts';

export const callIdSchema = z.string().min(1).max(64);

/** The envelope of one party's waveform: peak |sample| per bin, 0…127. */
export const peaksSchema = z.object({
  role: roleSchema,
  peaksPerSecond: z.number(),
  values: z.array(z.number().int().min(0).max(127)),
});
export type Peaks = z.infer<typeof peaksSchema>;

export const callListItemSchema = z.object({
  callId: callIdSchema,
  title: z.string(),
  kind: z.enum(['file', 'live']),
  endedAt: z.string(),
  durationSeconds: z.number(),
});
export type CallListItem = z.infer<typeof callListItemSchema>;

export const callDetailSchema = callListItemSchema.extend({
  report: callReportSchema,
  peaks: z.array(peaksSchema),
  /** Same-origin address of the call's audio as two-channel WAV; null where no audio was kept. */
  audioUrl: z.string().nullable(),
});
export type CallDetail = z.infer<typeof callDetailSchema>;

export const callContract = {
  /** Calls of this run of the app, newest first. */
  list: procedure.output(z.array(callListItemSchema)),
  get: procedure.input(z.object({ callId: callIdSchema })).output(callDetailSchema),
};
