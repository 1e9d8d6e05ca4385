import { dataViewOf } from '../byteViews.ts';
import { adpcmCodec, clampToInt16 } from './adpcmBlocks.ts';
import type { WaveCodec } from './waveCodec.ts';

const LARGEST_STEP_INDEX = 88;
const STEPS = [
  7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118,
  130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060,
  1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484,
  7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
];
const STEP_INDEX_CHANGES = [-1, -1, -1, -1, 2, 4, 6, 8];
/** A header with the first sample, then groups of eight samples in four bytes, channel by channel. */
const HEADER_BYTES = 4;
const GROUP_BYTES = 4;
const GROUP_SAMPLES = 8;

/**
 * IMA/DVI ADPCM as used in WAV files (IMA Digital Audio Focus and Technical Working Groups, 1992; RFC 2361, tag 0x11).
 * @returns undefined if a block cannot hold its own header
 */
export function imaAdpcm(channelCount: number, blockBytes: number): WaveCodec | undefined {
  const headerBytes = HEADER_BYTES * channelCount;
  const groupBytes = GROUP_BYTES * channelCount;
  if (blockBytes < headerBytes) return undefined;

  const blockSampleCount = (byteCount: number) =>
    byteCount < headerBytes ? 0 : 1 + Math.floor((byteCount - headerBytes) / groupBytes) * GROUP_SAMPLES;

  return adpcmCodec({
    name: 'IMA ADPCM',
    channelCount,
    blockBytes,
    blockSampleCount,
    decodeBlock(block, channels, offset) {
      const view = dataViewOf(block);
      const end = offset + blockSampleCount(block.length);
      if (end === offset) return;
      for (let channel = 0; channel < channelCount; channel++) {
        const samples = channels[channel]!;
        let predicted = view.getInt16(channel * HEADER_BYTES, true);
        let stepIndex = Math.min(view.getUint8(channel * HEADER_BYTES + 2), LARGEST_STEP_INDEX);
        samples[offset] = predicted / 0x8000;
        let byteOffset = headerBytes + channel * GROUP_BYTES;
        for (let i = offset + 1; i < end; byteOffset += groupBytes) {
          for (let n = 0; n < GROUP_SAMPLES; n++, i++) {
            const code = (block[byteOffset + (n >> 1)]! >> ((n & 1) * 4)) & 0x0f;
            predicted = clampToInt16(predicted + difference(code, STEPS[stepIndex]!));
            stepIndex = Math.max(0, Math.min(LARGEST_STEP_INDEX, stepIndex + STEP_INDEX_CHANGES[code & 7]!));
            samples[i] = predicted / 0x8000;
          }
        }
      }
    },
  });
}

/** Returns sign and three fractional bits of the step, each rounded down separately as in the reference. */
function difference(code: number, step: number): number {
  let magnitude = step >> 3;
  if (code & 4) magnitude += step;
  if (code & 2) magnitude += step >> 1;
  if (code & 1) magnitude += step >> 2;
  return code & 8 ? -magnitude : magnitude;
}
