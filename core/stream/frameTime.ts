/** Sample rate in Hz after resampling: the rate of the speech model and of wideband telephony. [lit] */
export const ANALYSIS_RATE_HZ = 16_000;

/** Samples from the start of one frame to the start of the next: 10 ms, the usual hop of speech analysis. [lit] */
export const HOP_SAMPLES = 160;

/** Samples that the spectrum of a frame covers: 32 ms from the frame's start, a power of two. */
export const FRAME_SAMPLES = 512;

export const FRAMES_PER_SECOND = ANALYSIS_RATE_HZ / HOP_SAMPLES;

/** Frames in a block: 100 ms, the resolution of every trailing reading. */
export const FRAMES_PER_BLOCK = 10;

declare const wholeFrames: unique symbol;

/**
 * A length of time in whole frames. The brand stops seconds from being passed where frames are expected. Counters and
 * frame indices stay plain numbers, because arithmetic would drop the brand anyway.
 */
export type Frames = number & { readonly [wholeFrames]: true };

/** The nearest whole number of frames. */
export function framesOf(seconds: number): Frames {
  return Math.round(seconds * FRAMES_PER_SECOND) as Frames;
}

/** Exact for any number of frames, because no floats are summed. */
export function secondsOf(frames: number): number {
  return frames / FRAMES_PER_SECOND;
}
