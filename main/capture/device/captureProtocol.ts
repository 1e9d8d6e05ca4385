import { z } from 'zod';

/** The one command a capture child receives, right after it starts. */
export const captureCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('list') }),
  z.object({ type: z.literal('capture'), name: z.string() }),
]);
export type CaptureCommand = z.infer<typeof captureCommandSchema>;

export const captureMessageSchema = z.discriminatedUnion('type', [
  /** The answer to `list`. */
  z.object({ type: z.literal('devices'), names: z.array(z.string()), defaultName: z.string().nullable() }),
  /** The wanted device is not among these; the child continues to look for it. */
  z.object({ type: z.literal('absent'), names: z.array(z.string()) }),
  /** A device was opened under this name. Its first frame may take two seconds. */
  z.object({ type: z.literal('started'), name: z.string() }),
  z.object({
    type: z.literal('frame'),
    samples: z.instanceof(Int16Array<ArrayBufferLike>),
    /** Time at which the last of the samples was read, on the clock that all processes of the machine share. */
    atSeconds: z.number(),
  }),
  /** One read failed: common just after an idle device starts, a sign of its loss later. */
  z.object({ type: z.literal('readFailed') }),
  /** Sent once per second: the device that is actually open, and whether it is still listed. */
  z.object({ type: z.literal('identity'), name: z.string(), listed: z.boolean() }),
  z.object({ type: z.literal('heartbeat') }),
  /** The capture library could not be loaded or used. */
  z.object({ type: z.literal('failed'), message: z.string() }),
]);
export type CaptureMessage = z.infer<typeof captureMessageSchema>;
