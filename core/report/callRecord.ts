import type { Baseline } from '../model/baseline.ts';
import type { CallInput, CallReport, FloorTransfer, Overlap, Span, Turn, WaveState } from '../model/callReport.ts';
import type { Cue } from '../model/cue.ts';
import type { Role } from '../model/role.ts';
import type { SpeakerRecorder } from './speakerRecorder.ts';

/** Facts about the call that the pipeline itself doesn't know. */
export interface CallSource {
  readonly kind: 'file' | 'live';
  readonly path: string | null;
  /** ISO 8601 */
  readonly startedAt: string | null;
  readonly durationSeconds: number;
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly inputs: readonly CallInput[];
  /** Says where and why a truncated recording ends early. */
  readonly breakMessage: string | null;
}

export interface SpeakerRecord {
  readonly role: Role;
  readonly channel: number;
  readonly recorder: SpeakerRecorder;
  readonly pauses: Span[];
  readonly rushedSpans: Span[];
  /** Shares of samples, 0…1. */
  readonly clippedShare: number;
  readonly silentShare: number;
  /** Times at which the microphone's gain changed. */
  readonly gainStepSeconds: readonly number[];
}

/** Everything the pipeline gathered from a call; `buildReport` turns it into a report. */
export interface CallRecord {
  readonly configHash: string;
  readonly speakers: readonly SpeakerRecord[];
  readonly baseline: Baseline | undefined;
  readonly baselineKind: CallReport['analysis']['baseline'];
  readonly turns: readonly Turn[];
  readonly transfers: readonly FloorTransfer[];
  readonly overlaps: readonly Overlap[];
  readonly deadAir: readonly Span[];
  readonly waveStates: readonly { readonly state: WaveState; readonly start: number; readonly end: number }[];
  readonly waves: readonly { readonly start: number; readonly peak: number; readonly end: number }[];
  readonly cues: readonly Cue[];
  readonly gapsInCapture: CallReport['gapsInCapture'];
}
