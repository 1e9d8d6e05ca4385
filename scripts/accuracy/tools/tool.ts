import type { ClipAudio } from '../audio/conditionAudio.ts';
import type { Estimate } from '../scoring/estimate.ts';
import type { LabelledClip } from '../truth/labelledSet.ts';

export interface ClipTask {
  readonly clip: LabelledClip;
  readonly audio: ClipAudio;
}

/** A tool that measures recordings: ours, or a peer on the same sound. */
export interface Tool {
  readonly name: string;
  /** Identifies its version: results of another version are measured again. */
  readonly version: string;
  /** Clips per batch, for a tool whose start costs more than a clip. */
  readonly batchSize: number;
  /** Returns one estimate per task, in order. */
  estimate(tasks: readonly ClipTask[]): Promise<readonly Estimate[]>;
}
