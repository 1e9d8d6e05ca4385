import type { CallConfig } from '../../core/config/callConfig.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import type { CallEvent } from '../../core/model/callEvent.ts';
import type { CallInput, CallReport } from '../../core/model/callReport.ts';
import type { Role } from '../../core/model/role.ts';
import type { Peaks } from '../audio/peakEnvelope.ts';
import type { EncodedCall } from '../storage/calls/callCodec.ts';

interface ConfiguredRequest {
  /** The configuration to measure and coach with; the defaults if it is missing. */
  readonly config?: CallConfig;
}

export interface FileAnalysisRequest extends ConfiguredRequest {
  /** The file to read. */
  readonly path: string;
  /** The name used in messages; the file's own name by default. */
  readonly fileName?: string;
  /** `source.path` of the report; null for an upload, whose path the user does not know. */
  readonly reportedPath: string | null;
  /** Role of each channel in order, null skips it; null for the default: agent, customer for two channels, agent for one. */
  readonly roles: readonly (Role | null)[] | null;
  readonly baseline: Baseline | null;
  /** Path for a playable 16-bit PCM WAV of the analysed channels, in the order of the roles; null for none. */
  readonly playbackPath: string | null;
}

export interface AnalysisResult {
  readonly report: CallReport;
  /** Waveform envelope of each analysed party. */
  readonly peaks: readonly Peaks[];
}

export interface BaselineRequest extends ConfiguredRequest {
  /** Recordings of one speaker reading, one channel or the first of more; normally for 30–45 s, softly for 15 s. */
  readonly normalPath: string;
  readonly softPath: string | null;
  /** The recording device, if the user knows it. */
  readonly device: string | null;
  readonly agc: boolean | null;
}

export interface ReadingRequest extends ConfiguredRequest {
  readonly sampleRateHz: number;
  /** The device that records the speaker. */
  readonly device: string;
  readonly agc: boolean | null;
}

/** Somebody reading aloud being measured while they do. */
export interface ReadingAnalysis {
  /** Speech heard so far; known about half a second late. */
  readonly speechSeconds: number;
  /**
   * Hands over mono samples.
   * @throws AppError once the analysis has failed
   */
  push(samples: Float32Array): void;
  /** Ends the reading and returns what it says of the voice. @throws AppError `not-enough-speech` */
  finish(): Promise<Baseline>;
  /** Drops a reading that was not finished. */
  close(): Promise<void>;
}

export interface LiveAnalysisInput extends CallInput {
  readonly sampleRateHz: number;
}

export interface LiveAnalysisRequest extends ConfiguredRequest {
  /** One entry per party, in the order of the report's channels. */
  readonly inputs: readonly LiveAnalysisInput[];
  /** ISO 8601 */
  readonly startedAt: string;
  readonly baseline: Baseline | null;
}

/** A call being analysed while it goes on. */
export interface LiveAnalysis {
  /**
   * Hands over mono samples at the input's rate, not to be changed afterwards: they may wait for the other party's.
   * @throws AppError once the analysis has failed, as `gap` does
   */
  push(role: Role, samples: Float32Array): void;
  /** Time that passed without samples; it is filled with silence and reported. */
  gap(role: Role, sampleCount: number, reason: string): void;
  /** Called with every event in order. */
  onEvent(listener: (event: CallEvent) => void): () => void;
  /** The call as far as it is known, ready to be saved. @throws AppError once the analysis has failed */
  snapshot(): Promise<EncodedCall>;
  /** Ends the call and returns its report. @throws AppError when the analysis failed */
  finish(): Promise<AnalysisResult>;
  /** Drops the call without a report. */
  abort(): Promise<void>;
}

/** Worker threads that run the call pipeline. */
export interface Analysis {
  /**
   * Analyses a recording as fast as it goes.
   * @throws AppError what `openFileSource` says of the file, `roles-mismatch`, `cancelled`
   */
  analyzeFile(
    request: FileAnalysisRequest,
    options?: { readonly onProgress?: (fraction: number) => void; readonly signal?: AbortSignal },
  ): Promise<AnalysisResult>;
  /** @throws AppError what `openFileSource` says of a file, `not-enough-speech` */
  measureBaseline(request: BaselineRequest): Promise<Baseline>;
  openLive(request: LiveAnalysisRequest): Promise<LiveAnalysis>;
  openReading(request: ReadingRequest): Promise<ReadingAnalysis>;
  close(): Promise<void>;
}
