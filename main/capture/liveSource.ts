import type { CallInput } from '../../core/model/callReport.ts';
import type { AudioSource } from './audioSource.ts';

/** The state of a live source, with one sentence for the screen. */
export interface SourceStateChange {
  /** `stalled`: no samples for a moment. `lost`: it may not come back by itself. `ok`: samples flow (again). */
  readonly state: 'ok' | 'stalled' | 'lost';
  readonly message: string;
}

/** A source that runs in real time and cannot wait: anything its reader misses arrives as a gap. */
export interface LiveSource extends AudioSource {
  /** Name of the device. */
  readonly label: string;
  /** The settings actually in effect, as far as the source knows them. */
  readonly appliedSettings: CallInput['appliedSettings'];
  /** Calls the listener on every change of state; the returned function removes it. */
  onState(listener: (change: SourceStateChange) => void): () => void;
}
