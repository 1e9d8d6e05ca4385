import type { AppErrorData } from '../../core/model/appError.ts';

/** The items of a source, in order of time. All channels of a source advance together. */
export type CaptureItem =
  /** Samples, full scale ±1: one array per channel, all of the same length, at the source's sample rate. */
  | { readonly type: 'samples'; readonly channels: readonly Float32Array[] }
  /**
   * Time that passed without samples (a stall, an overflow, a lost device). Consumers fill it with silence to keep
   * time.
   */
  | { readonly type: 'gap'; readonly sampleCount: number; readonly reason: string }
  /** The stream ended early; everything before this is valid. */
  | { readonly type: 'broken'; readonly error: AppErrorData };

/**
 * A source of audio: a file, a microphone, a page. Sources differ, the pipeline does not. Iterating pulls; a source
 * that cannot wait (a microphone) reports what it had to drop as a gap.
 */
export interface AudioSource extends AsyncIterable<CaptureItem> {
  readonly sampleRateHz: number;
  readonly channelCount: number;
  /** Total length in samples per channel, if the source knows it in advance. */
  readonly expectedSampleCount: number | undefined;
  /** Part already read, 0…1, if the source knows it (a file: bytes read over its size). */
  readonly progress: number | undefined;
  /** Releases the file, device or stream; iteration then ends. Safe to call twice. */
  close(): Promise<void>;
}
