import type { AlphaEnergy } from '../features/alphaRatio.ts';

/** What is known for good of one 10 ms frame of a speaker. */
export interface SpeakerFrame {
  readonly index: number;
  /** Whether the speaker at this microphone speaks, as decided with look-ahead. */
  readonly speech: boolean;
  /** K-weighted mean square of the frame's 160 samples. */
  readonly kPower: number;
  /** Of a voiced frame of speech; missing otherwise, and while the noise is not known. */
  readonly alpha: AlphaEnergy | undefined;
  /** Missing where unvoiced or unsure. */
  readonly f0Hz: number | undefined;
  /** Syllable nuclei of this speaker that came to be known, seconds from the start: mostly in this frame, a drawn-out one earlier. */
  readonly nuclei: readonly number[];
}

/** A frame of which everything is known. */
export interface SettledFrame {
  readonly frame: SpeakerFrame;
  /** 400 ms level at the end of the frame; missing in digital silence. */
  readonly momentaryLufs: number | undefined;
}
