import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { appErrorDataSchema } from '../core/model/appError.ts';
import { procedure } from './procedure.ts';

export const hostInfoSchema = z.object({
  version: z.string(),
  kind: z.enum(['desktop', 'web']),
  platform: z.string(),
  /** Whether a page on this machine can capture what the computer plays. */
  hasSystemSound: z.boolean(),
});
export type HostInfo = z.infer<typeof hostInfoSchema>;

export const captureDeviceSchema = z.object({
  name: z.string(),
  isDefault: z.boolean(),
  /** True for the monitor of an output: it hears what the computer plays, such as the caller. */
  isMonitor: z.boolean(),
});
export type CaptureDevice = z.infer<typeof captureDeviceSchema>;

const noticeIdSchema = z.string().min(1).max(64);

/** Something that happened out of sight and that the user should know. */
export const noticeSchema = z.object({
  noticeId: noticeIdSchema,
  kind: z.enum(['database-recovered', 'calls-recovered', 'disk-full', 'storage-unprotected']),
  /** ISO 8601 */
  at: z.string(),
  /** One or two plain sentences that say what happened and, where there is something, what to do. */
  message: z.string(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const hostContract = {
  info: procedure.output(hostInfoSchema),
  /** What happened out of sight since the app was started and was not dismissed, oldest first: now and after every change. */
  notices: procedure.output(eventIterator(z.array(noticeSchema))),
  /** One that is not there is no error. */
  dismissNotice: procedure.input(z.object({ noticeId: noticeIdSchema })).output(z.void()),
  /** Asks for a folder by a dialog of the system, on the desktop alone; null where none was chosen. */
  chooseFolder: procedure.output(z.object({ path: z.string().nullable() })),
  /** Capture devices the main process can open, and why there are none where there are none. */
  devices: procedure.output(
    z.object({ devices: z.array(captureDeviceSchema), problem: appErrorDataSchema.nullable() }),
  ),
};
