import type { Intensity } from '../../core/model/scenario.ts';
import type { PageMicrophone } from './pageMicrophone.ts';

/** A line of the simulated caller: a clip, and the same in words. */
export interface SpokenLine {
  readonly clip: string;
  readonly text: string;
  /** The intensity of the line; null if only the clip determines it. */
  readonly intensity: Intensity | null;
}

/** The simulated caller's voice in this page: the user hears it, and the host receives it as a separate channel. */
export interface CallerVoice {
  /** The caller's channel, as a microphone would hear it. */
  readonly sound: PageMicrophone;
  /** Fetches clips ahead, so that they play without delay. */
  preload(clips: readonly string[]): void;
  /** Says a line immediately, in place of any current one. */
  say(line: SpokenLine): void;
  /** Makes the current line louder by the given amount; 0 restores the usual level. */
  raise(byDb: number): void;
  /** Stops in the middle of a word. */
  breakOff(): void;
  close(): void;
}
