import type { Intensity } from '../../core/model/scenario.ts';
import type { PageMicrophone } from './pageMicrophone.ts';

/** What the simulated caller is to say: a clip, and the same in words. */
export interface SpokenLine {
  readonly clip: string;
  readonly text: string;
  /** How it is said; null where only the clip tells. */
  readonly intensity: Intensity | null;
}

/** The simulated caller's voice in this page: heard by the user, and by the host as a channel of its own. */
export interface CallerVoice {
  /** The caller's channel, as a microphone would hear it. */
  readonly sound: PageMicrophone;
  /** Fetches clips ahead, so that they play at once. */
  preload(clips: readonly string[]): void;
  /** Says a line at once, in place of one that is being said. */
  say(line: SpokenLine): void;
  /** Makes what is being said louder by so much; 0 for as before. */
  raise(byDb: number): void;
  /** Stops in mid-word. */
  breakOff(): void;
  close(): void;
}
