import type { AlphaEnergy } from '../features/alphaRatio.ts';

/** The final measurements of one 10 ms frame of a speaker. */
export interface SpeakerFrame {
  readonly index: number;
  /** True if the speaker at this microphone is speaking, decided with look-ahead. */
  readonly speech: boolean;
  /** K-weighted mean square of the frame's 160 samples. */
  readonly kPower: number;
  /** For a voiced frame of speech only; also missing while the noise is unknown. */
  readonly alpha: AlphaEnergy | undefined;
  /** Missing if unvoiced or uncertain. */
  readonly f0Hz: number | undefined;
  /** Newly detected syllable nuclei, in seconds from the start: usually in this frame, earlier for long ones. */
  readonly nuclei: readonly number[];
}

/** A frame with all measurements. */
export interface SettledFrame {
  readonly frame: SpeakerFrame;
  /** 400 ms level at the end of the frame; missing in digital silence. */
  readonly momentaryLufs: number | undefined;
}
