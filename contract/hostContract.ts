import { z } from 'zod';
import { appErrorDataSchema } from '../core/model/appError.ts';
import { procedure } from './procedure.ts';

export const hostInfoSchema = z.object({
  version: z.string(),
  kind: z.enum(['desktop', 'web']),
  platform: z.string(),
});
export type HostInfo = z.infer<typeof hostInfoSchema>;

export const captureDeviceSchema = z.object({
  name: z.string(),
  isDefault: z.boolean(),
  /** True for the monitor of an output: it hears what the computer plays, such as the caller. */
  isMonitor: z.boolean(),
});
export type CaptureDevice = z.infer<typeof captureDeviceSchema>;

export const hostContract = {
  info: procedure.output(hostInfoSchema),
  /** Capture devices the main process can open, and why there are none where there are none. */
  devices: procedure.output(
    z.object({ devices: z.array(captureDeviceSchema), problem: appErrorDataSchema.nullable() }),
  ),
};
