import type { ClipAudio } from '../audio/conditionAudio.ts';
import type { Estimate } from '../scoring/estimate.ts';
import type { LabelledClip } from '../truth/labelledSet.ts';

export interface ClipTask {
  readonly clip: LabelledClip;
  readonly audio: ClipAudio;
}

/** Something that measures recordings: ours, or a peer on the same sound. */
export interface Tool {
  readonly name: string;
  /** Stands for its version: results under another version are measured anew. */
  readonly version: string;
  /** Clips handed over at once, where starting the tool costs more than a clip. */
  readonly batchSize: number;
  /** One estimate per task, in order. */
  estimate(tasks: readonly ClipTask[]): Promise<readonly Estimate[]>;
}
