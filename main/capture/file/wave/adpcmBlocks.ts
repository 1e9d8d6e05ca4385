import type { WaveCodec } from './waveCodec.ts';

/** The differences between ADPCM codecs: the length of a block in samples, and its decoding. */
export interface AdpcmBlocks {
  readonly name: string;
  readonly channelCount: number;
  readonly blockBytes: number;
  /** Returns the samples per channel in one block, whole or truncated. */
  blockSampleCount(byteCount: number): number;
  /** Decodes one block into `channels`, from `offset` on. */
  decodeBlock(block: Uint8Array, channels: readonly Float32Array[], offset: number): void;
}

export function adpcmCodec(adpcm: AdpcmBlocks): WaveCodec {
  const { name, channelCount, blockBytes } = adpcm;
  const sampleCount = (byteCount: number) =>
    Math.floor(byteCount / blockBytes) * adpcm.blockSampleCount(blockBytes) +
    adpcm.blockSampleCount(byteCount % blockBytes);
  return {
    name,
    blockBytes,
    sampleCount,
    decode(bytes) {
      const channels = Array.from({ length: channelCount }, () => new Float32Array(sampleCount(bytes.length)));
      for (let from = 0, offset = 0; from < bytes.length; from += blockBytes) {
        const block = bytes.subarray(from, from + blockBytes);
        adpcm.decodeBlock(block, channels, offset);
        offset += adpcm.blockSampleCount(block.length);
      }
      return channels;
    },
  };
}

/** Clamps to the 16-bit range in which both codecs predict. */
export function clampToInt16(value: number): number {
  return Math.max(-0x8000, Math.min(0x7fff, value));
}
