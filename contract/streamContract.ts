import { z } from 'zod';
import { procedure } from './procedure.ts';

/**
 * Bytes never travel as RPC values. A page asks for a stream here, then sends binary frames over a separate connection
 * (browser host: a WebSocket at `bulkPath(streamId)`; desktop: a MessagePort handed over with the stream's id), and
 * ends it there.
 */
export const openStreamSchema = z.discriminatedUnion('kind', [
  /** Mono Float32 samples, full scale ±1, in frames of any length. */
  z.object({
    kind: z.literal('pcm'),
    sampleRateHz: z.number().int().min(8_000).max(96_000),
    /** Name of the device as the page knows it. */
    label: z.string().max(200),
    /** The settings actually in effect, from `MediaStreamTrack.getSettings()`. */
    appliedSettings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
  /** A file's bytes, in order. */
  z.object({
    kind: z.literal('upload'),
    name: z.string().min(1).max(255),
    sizeBytes: z.number().int().nonnegative(),
  }),
]);
export type OpenStream = z.infer<typeof openStreamSchema>;

export const streamIdSchema = z.string().min(1).max(64);

/**
 * Host → page on the stream's connection: bytes received so far. A page leaves at most `bulkWindowBytes`
 * unacknowledged.
 */
export const bulkAckSchema = z.object({ receivedBytes: z.number().int().nonnegative() });
export type BulkAck = z.infer<typeof bulkAckSchema>;
/** Page → host, as a JSON text message: nothing follows. */
export const bulkEnd = 'end';
export const bulkWindowBytes = 4 * 1024 * 1024;
export const bulkFrameMaxBytes = 256 * 1024;

export function bulkPath(streamId: string): string {
  return `/bulk/${encodeURIComponent(streamId)}`;
}

export const streamContract = {
  open: procedure.input(openStreamSchema).output(z.object({ streamId: streamIdSchema })),
  /** Drops the stream and, for an upload, the bytes received so far. */
  close: procedure.input(z.object({ streamId: streamIdSchema })).output(z.void()),
};
