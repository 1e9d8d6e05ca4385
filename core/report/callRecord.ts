import type { Baseline } from '../model/baseline.ts';
import type { CallInput, CallReport, FloorTransfer, Overlap, Span, Turn, WaveState } from '../model/callReport.ts';
import type { Cue } from '../model/cue.ts';
import type { Role } from '../model/role.ts';
import type { SpeakerRecorder } from './speakerRecorder.ts';

/** What the one who ran the pipeline knows of the call, and the pipeline does not. */
export interface CallSource {
  readonly kind: 'file' | 'live';
  readonly path: string | null;
  /** ISO 8601 */
  readonly startedAt: string | null;
  readonly durationSeconds: number;
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly inputs: readonly CallInput[];
  /** Where and why the recording broke off before its end. */
  readonly breakMessage: string | null;
}

/** One party's part of the record. */
export interface SpeakerRecord {
  readonly role: Role;
  readonly channel: number;
  readonly recorder: SpeakerRecorder;
  readonly pauses: Span[];
  readonly rushedSpans: Span[];
  /** Shares of samples, 0…1. */
  readonly clippedShare: number;
  readonly silentShare: number;
  /** When the gain of the microphone was turned. */
  readonly gainStepSeconds: readonly number[];
}

/** Everything the pipeline gathered of a call, in memory terms; `buildReport` puts it on the wire. */
export interface CallRecord {
  readonly configHash: string;
  readonly speakers: readonly SpeakerRecord[];
  readonly baseline: Baseline | undefined;
  readonly baselineKind: 'personal' | 'provisional' | 'none';
  readonly turns: readonly Turn[];
  readonly transfers: readonly FloorTransfer[];
  readonly overlaps: readonly Overlap[];
  readonly deadAir: readonly Span[];
  readonly waveStates: readonly { readonly state: WaveState; readonly start: number; readonly end: number }[];
  readonly waves: readonly { readonly start: number; readonly peak: number; readonly end: number }[];
  readonly cues: readonly Cue[];
  readonly gapsInCapture: CallReport['gapsInCapture'];
}
