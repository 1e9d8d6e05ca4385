/**
 * The header of an MPEG audio frame (ISO/IEC 11172-3 section 2.4.1.3, 13818-3 for the lower rates, "2.5" below those).
 */
export interface MpegFrameHeader {
  readonly layer: 1 | 2 | 3;
  readonly sampleRateHz: number;
  readonly channelCount: 1 | 2;
  readonly frameBytes: number;
  readonly samplesPerFrame: number;
  /** End of the layer 3 side information, counted from the start of the frame. */
  readonly sideInfoEnd: number;
}

export const MPEG_HEADER_BYTES = 4;

/** kbit/s by bitrate index; 0 means "free format", which is not supported. */
const KBITS_MPEG1 = {
  1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
};
const KBITS_MPEG2_LAYER1 = [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256];
const KBITS_MPEG2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
/** Layers by their code; 0 is reserved. */
const LAYERS = [undefined, 3, 2, 1] as const;
const RATES_MPEG1_HZ = [44_100, 48_000, 32_000];

/** @returns undefined unless `offset` is the start of a whole, valid header */
export function parseMpegFrameHeader(bytes: Uint8Array, offset: number): MpegFrameHeader | undefined {
  if (offset + MPEG_HEADER_BYTES > bytes.length) return undefined;
  if (bytes[offset] !== 0xff || (bytes[offset + 1]! & 0xe0) !== 0xe0) return undefined;
  const versionCode = (bytes[offset + 1]! >> 3) & 3;
  const layer = LAYERS[(bytes[offset + 1]! >> 1) & 3];
  const bitrateIndex = bytes[offset + 2]! >> 4;
  const rateHz = RATES_MPEG1_HZ[(bytes[offset + 2]! >> 2) & 3];
  if (versionCode === 1 || !layer || bitrateIndex === 0 || bitrateIndex === 15 || !rateHz) return undefined;

  const isMpeg1 = versionCode === 3;
  const lowerBitrates = layer === 1 ? KBITS_MPEG2_LAYER1 : KBITS_MPEG2;
  const bitsPerSecond = (isMpeg1 ? KBITS_MPEG1[layer] : lowerBitrates)[bitrateIndex]! * 1_000;
  const sampleRateHz = rateHz / (isMpeg1 ? 1 : versionCode === 2 ? 2 : 4);
  const samplesPerFrame = layer === 1 ? 384 : layer === 3 && !isMpeg1 ? 576 : 1_152;
  const slotBytes = layer === 1 ? 4 : 1;
  const padding = (bytes[offset + 2]! >> 1) & 1;
  const slots = Math.floor((samplesPerFrame * bitsPerSecond) / (8 * slotBytes * sampleRateHz)) + padding;
  const isMono = bytes[offset + 3]! >> 6 === 3;
  return {
    layer,
    sampleRateHz,
    channelCount: isMono ? 1 : 2,
    frameBytes: slots * slotBytes,
    samplesPerFrame,
    sideInfoEnd: MPEG_HEADER_BYTES + (isMpeg1 ? (isMono ? 17 : 32) : isMono ? 9 : 17),
  };
}

/** True if the frame can follow the other in one stream. */
export function continuesStream(next: MpegFrameHeader, first: MpegFrameHeader): boolean {
  return (
    next.layer === first.layer &&
    next.sampleRateHz === first.sampleRateHz &&
    next.samplesPerFrame === first.samplesPerFrame &&
    next.channelCount === first.channelCount
  );
}
