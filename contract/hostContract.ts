import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { appErrorDataSchema } from '../core/model/appError.ts';
import { procedure } from './procedure.ts';

export const hostInfoSchema = z.object({
  version: z.string(),
  kind: z.enum(['desktop', 'web']),
  platform: z.string(),
  /** True if a page on this machine can capture what the computer plays. */
  hasSystemSound: z.boolean(),
});
export type HostInfo = z.infer<typeof hostInfoSchema>;

export const captureDeviceSchema = z.object({
  name: z.string(),
  isDefault: z.boolean(),
  /** True for the monitor of an output: it captures what the computer plays, such as the caller. */
  isMonitor: z.boolean(),
});
export type CaptureDevice = z.infer<typeof captureDeviceSchema>;

const noticeIdSchema = z.string().min(1).max(64);

/** An event out of sight that the user should know about. */
export const noticeSchema = z.object({
  noticeId: noticeIdSchema,
  kind: z.enum(['database-recovered', 'calls-recovered', 'disk-full', 'storage-unprotected']),
  /** ISO 8601 */
  at: z.string(),
  /** One or two plain sentences: what happened and, if there is something to do, what. */
  message: z.string(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const hostContract = {
  info: procedure.output(hostInfoSchema),
  /** Yields the notices that have not been dismissed, oldest first, now and after every change. */
  notices: procedure.output(eventIterator(z.array(noticeSchema))),
  /** Does nothing if the notice is unknown. */
  dismissNotice: procedure.input(z.object({ noticeId: noticeIdSchema })).output(z.void()),
  /** Asks for a folder with a dialog of the system, on the desktop only; null if none was selected. */
  chooseFolder: procedure.output(z.object({ path: z.string().nullable() })),
  /** Returns the capture devices the main process can open, and the problem if there are none. */
  devices: procedure.output(
    z.object({ devices: z.array(captureDeviceSchema), problem: appErrorDataSchema.nullable() }),
  ),
};
