import type { CallConfig } from '../../core/config/callConfig.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import type { CallEvent } from '../../core/model/callEvent.ts';
import type { CallInput, CallReport } from '../../core/model/callReport.ts';
import type { Role } from '../../core/model/role.ts';
import type { Peaks } from '../audio/peakEnvelope.ts';
import type { EncodedCall } from '../storage/calls/callCodec.ts';

interface ConfiguredRequest {
  /** The configuration of measures and coaching; the default one if missing. */
  readonly config?: CallConfig;
}

export interface FileAnalysisRequest extends ConfiguredRequest {
  /** The file to read. */
  readonly path: string;
  /** The name used in messages; the file's own name by default. */
  readonly fileName?: string;
  /** `source.path` of the report; null for an upload, whose path is unknown to the user. */
  readonly reportedPath: string | null;
  /** Role of each channel in order, null to skip it; null for the default: agent and caller, or agent if mono. */
  readonly roles: readonly (Role | null)[] | null;
  readonly baseline: Baseline | null;
  /** Destination of a playable 16-bit PCM WAV of the analysed channels, in the order of the roles; null for none. */
  readonly playbackPath: string | null;
}

export interface AnalysisResult {
  readonly report: CallReport;
  /** Waveform envelope of each analysed party. */
  readonly peaks: readonly Peaks[];
}

export interface BaselineRequest extends ConfiguredRequest {
  /**
   * Enrolment recordings of one speaker, whose first channel is used: 30–45 s in a normal voice, 15 s in a soft one.
   */
  readonly normalPath: string;
  readonly softPath: string | null;
  /** The recording device, if the user knows it. */
  readonly device: string | null;
  readonly agc: boolean | null;
}

export interface EnrolmentRequest extends ConfiguredRequest {
  readonly sampleRateHz: number;
  /** The device that records the speaker. */
  readonly device: string;
  readonly agc: boolean | null;
}

/** An enrolment that is measured as it is recorded. */
export interface EnrolmentAnalysis {
  /** Speech so far, known about half a second late. */
  readonly speechSeconds: number;
  /**
   * Passes mono samples on.
   * @throws AppError once the analysis has failed
   */
  push(samples: Float32Array): void;
  /** Ends the enrolment and returns its voice baseline. @throws AppError `not-enough-speech` */
  finish(): Promise<Baseline>;
  /** Discards an unfinished enrolment. */
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

/** The analysis of a call in progress. */
export interface LiveAnalysis {
  /**
   * Passes on mono samples at the input's rate. They must not be changed afterwards, because they may wait for the
   * other party's.
   * @throws AppError once the analysis has failed, as does `gap`
   */
  push(role: Role, samples: Float32Array): void;
  /** Records time without samples, which is filled with silence. */
  gap(role: Role, sampleCount: number, reason: string): void;
  /** Calls the listener with every event in order. */
  onEvent(listener: (event: CallEvent) => void): () => void;
  /** Returns the call so far, ready to be saved. @throws AppError once the analysis has failed */
  snapshot(): Promise<EncodedCall>;
  /** Ends the call and returns its report. @throws AppError when the analysis failed */
  finish(): Promise<AnalysisResult>;
  /** Discards the call without a report. */
  abort(): Promise<void>;
}

/** Worker threads that run the call pipeline. */
export interface Analysis {
  /**
   * Analyses a recording as fast as possible.
   * @throws AppError any error of `openFileSource`, `roles-mismatch`, `cancelled`
   */
  analyzeFile(
    request: FileAnalysisRequest,
    options?: { readonly onProgress?: (fraction: number) => void; readonly signal?: AbortSignal },
  ): Promise<AnalysisResult>;
  /** @throws AppError any error of `openFileSource`, `not-enough-speech` */
  measureBaseline(request: BaselineRequest): Promise<Baseline>;
  openLive(request: LiveAnalysisRequest): Promise<LiveAnalysis>;
  openEnrolment(request: EnrolmentRequest): Promise<EnrolmentAnalysis>;
  close(): Promise<void>;
}
