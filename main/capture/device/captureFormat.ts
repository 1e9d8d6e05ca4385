/** Sample rate of everything that is captured from a device. */
export const captureRateHz = 16_000;
/** Samples in one frame: 32 ms. */
export const captureFrameSize = 512;
