export const modelWindowSamples = 512;
