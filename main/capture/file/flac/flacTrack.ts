import { type AudioTrack, StreamDamage } from '../audioTrack.ts';
import type { ByteReader } from '../byteReader.ts';
import { newFlacDecoder } from '../decoders.ts';
import { decodeUnits } from '../unitDecoding.ts';
import { flacFrames } from './flacFrames.ts';
import { readFlacMetadata } from './flacStreamInfo.ts';
import { toFullScale } from './fullScale.ts';

/** Opens a FLAC stream outside of Ogg. */
export async function openFlac(reader: ByteReader): Promise<AudioTrack> {
  const streamInfo = await readFlacMetadata(reader);
  const { sampleRateHz, channelCount, bitsPerSample, sampleCount } = streamInfo;
  // The decoder gets whole frames: it loses a frame whose header straddles two pieces of input.
  const blocks = decodeUnits(flacFrames(reader, streamInfo), newFlacDecoder, streamInfo);
  return {
    container: 'FLAC',
    codec: 'FLAC',
    sampleRateHz,
    channelCount,
    expectedSampleCount: sampleCount,
    blocks: checkLength(toFullScale(blocks, bitsPerSample), sampleCount),
  };
}

async function* checkLength(
  blocks: AsyncIterable<readonly Float32Array[]>,
  sampleCount: number | undefined,
): AsyncGenerator<readonly Float32Array[]> {
  let seen = 0;
  for await (const block of blocks) {
    seen += block[0]?.length ?? 0;
    yield block;
  }
  if (sampleCount !== undefined && seen < sampleCount) {
    throw new StreamDamage('the file ends before the length that its header declares');
  }
}
