import { createWavFile } from '../../../main/audio/wavWriter.ts';

/** Writes channels of equal length, full scale ±1, as 16-bit PCM WAV, and replaces an existing file. */
export async function writeWave(path: string, channels: readonly Float32Array[], sampleRateHz: number): Promise<void> {
  const file = await createWavFile(path, { sampleRateHz, channelCount: channels.length });
  try {
    await file.write(channels);
  } finally {
    await file.close();
  }
}
