import { Resampler } from '../../../core/audio/resampler.ts';
import { openFileSource } from '../../../main/capture/file/fileSource.ts';
import { joinedSamples } from './joinedSamples.ts';

/**
 * Reads a whole recording at 16 kHz, one array per channel.
 *
 * @throws {Error} if the recording can't be opened or is truncated
 */
export async function readChannels(path: string): Promise<Float32Array[]> {
  const source = await openFileSource(path);
  const channels = Array.from({ length: source.channelCount }, () => ({
    resampler: new Resampler(source.sampleRateHz),
    blocks: [] as Float32Array[],
  }));
  try {
    for await (const item of source) {
      if (item.type === 'broken') throw new Error(`${path}: ${item.error.message}`);
      if (item.type !== 'samples') continue;
      channels.forEach(({ resampler, blocks }, i) => {
        blocks.push(...resampler.push(item.channels[i]!));
      });
    }
  } finally {
    await source.close();
  }
  return channels.map(({ resampler, blocks }) => joinedSamples([...blocks, ...resampler.flush()]));
}
