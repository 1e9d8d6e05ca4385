import type { AppErrorData } from '../../core/model/appError.ts';

/** What a source yields, in order of time. All channels of a source advance together. */
export type CaptureItem =
  /** Samples, full scale ±1: one array per channel, all of the same length, at the source's sample rate. */
  | { readonly type: 'samples'; readonly channels: readonly Float32Array[] }
  /** Time that passed without samples (a stall, an overflow, a lost device). Consumers keep time by filling it with silence. */
  | { readonly type: 'gap'; readonly sampleCount: number; readonly reason: string }
  /** The stream ended before its time; what came before is good. */
  | { readonly type: 'broken'; readonly error: AppErrorData };

/**
 * Where audio comes from: a file, a microphone, a page. Sources differ, the pipeline does not.
 * Iterating pulls; a source that cannot wait (a microphone) reports what it had to drop as a gap.
 */
export interface AudioSource extends AsyncIterable<CaptureItem> {
  readonly sampleRateHz: number;
  readonly channelCount: number;
  /** Total length in samples per channel where the source knows it beforehand. */
  readonly expectedSampleCount: number | undefined;
  /** Part already read, 0…1, where the source can tell (a file: bytes read over its size). */
  readonly progress: number | undefined;
  /** Lets go of the file, device or stream; iteration then ends. Safe to call twice. */
  close(): Promise<void>;
}
