import { dataViewOf } from '../byteViews.ts';
import { adpcmCodec, clampToInt16 } from './adpcmBlocks.ts';
import type { WaveCodec } from './waveCodec.ts';

/** Predictor index (1 byte), step (2), newest (2) and oldest (2) sample, each for all channels in turn. */
const HEADER_BYTES = 7;
const SMALLEST_STEP = 16;
/** Steps are limited to 32 bits, so that hostile data cannot make them grow forever. */
const LARGEST_STEP = Math.floor(0x7fffffff / 768);
const STEP_FACTORS = [230, 230, 230, 230, 307, 409, 512, 614, 768, 614, 512, 409, 307, 230, 230, 230];

/**
 * Microsoft ADPCM (Microsoft, "New Multimedia Data Types and Data Techniques", 1994; RFC 2361, tag 0x02).
 * @param extra the rest of the format chunk after its size field: samples per block, coefficient count, coefficient
 *   pairs
 * @returns undefined if the coefficients are missing or a block cannot hold its own header
 */
export function msAdpcm(channelCount: number, blockBytes: number, extra: Uint8Array): WaveCodec | undefined {
  const headerBytes = HEADER_BYTES * channelCount;
  const coefficients = readCoefficients(extra);
  if (!coefficients || blockBytes < headerBytes) return undefined;

  const blockSampleCount = (byteCount: number) =>
    byteCount < headerBytes ? 0 : 2 + Math.floor(((byteCount - headerBytes) * 2) / channelCount);

  return adpcmCodec({
    name: 'MS ADPCM',
    channelCount,
    blockBytes,
    blockSampleCount,
    decodeBlock(block, channels, offset) {
      const view = dataViewOf(block);
      const end = offset + blockSampleCount(block.length);
      if (end === offset) return;
      for (let channel = 0; channel < channelCount; channel++) {
        const samples = channels[channel]!;
        const index = Math.min(view.getUint8(channel), coefficients.length - 1);
        const [newerWeight, olderWeight] = coefficients[index]!;
        let step = view.getInt16(channelCount + channel * 2, true);
        let newer = view.getInt16(channelCount * 3 + channel * 2, true);
        let older = view.getInt16(channelCount * 5 + channel * 2, true);
        samples[offset] = older / 0x8000;
        samples[offset + 1] = newer / 0x8000;
        let nibble = channel;
        for (let i = offset + 2; i < end; i++, nibble += channelCount) {
          const code = (block[headerBytes + (nibble >> 1)]! >> (nibble & 1 ? 0 : 4)) & 0x0f;
          const signed = code < 8 ? code : code - 16;
          const predicted = (newer * newerWeight + older * olderWeight) >> 8;
          older = newer;
          newer = clampToInt16(predicted + signed * step);
          step = Math.max(SMALLEST_STEP, Math.min(LARGEST_STEP, (STEP_FACTORS[code]! * step) >> 8));
          samples[i] = newer / 0x8000;
        }
      }
    },
  });
}

function readCoefficients(extra: Uint8Array): [number, number][] | undefined {
  if (extra.length < 4) return undefined;
  const view = dataViewOf(extra);
  const count = view.getUint16(2, true);
  if (count === 0 || extra.length < 4 + count * 4) return undefined;
  return Array.from({ length: count }, (_, i) => [view.getInt16(4 + i * 4, true), view.getInt16(6 + i * 4, true)]);
}
