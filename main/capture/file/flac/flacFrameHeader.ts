/** The part of a FLAC frame's header that is needed to find frames (RFC 9639 section 9.1). */
export interface FlacFrameHeader {
  readonly headerBytes: number;
  readonly channelCount: number;
  readonly blockSamples: number;
  /** Counts frames, or samples if block sizes vary. */
  readonly number: number;
  /** The number in the header of the next frame. */
  readonly nextNumber: number;
}

export const LONGEST_FRAME_HEADER_BYTES = 16;

const CRC8 = Uint8Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? (crc << 1) ^ 0x07 : crc << 1;
  return crc;
});

/** @returns undefined unless `offset` is the start of a whole header with a correct checksum */
export function parseFlacFrameHeader(bytes: Uint8Array, offset: number): FlacFrameHeader | undefined {
  if (bytes[offset] !== 0xff || (bytes[offset + 1]! & 0xfe) !== 0xf8) return undefined;
  const blockCode = bytes[offset + 2]! >> 4;
  const rateCode = bytes[offset + 2]! & 0x0f;
  const channelCode = bytes[offset + 3]! >> 4;
  if (blockCode === 0 || rateCode === 15 || channelCode > 10) return undefined;

  const coded = readCodedNumber(bytes, offset + 4);
  if (!coded) return undefined;
  const blockSizeBytes = blockCode === 6 ? 1 : blockCode === 7 ? 2 : 0;
  const rateBytes = rateCode === 12 ? 1 : rateCode >= 13 ? 2 : 0;
  const crcAt = coded.end + blockSizeBytes + rateBytes;
  if (crcAt >= bytes.length) return undefined;
  let crc = 0;
  for (let i = offset; i < crcAt; i++) crc = CRC8[crc ^ bytes[i]!]!;
  if (crc !== bytes[crcAt]) return undefined;

  const countsSamples = (bytes[offset + 1]! & 1) === 1;
  const blockSamples = readBlockSamples(blockCode, bytes, coded.end);
  return {
    headerBytes: crcAt + 1 - offset,
    channelCount: channelCode < 8 ? channelCode + 1 : 2,
    blockSamples,
    number: coded.value,
    nextNumber: coded.value + (countsSamples ? blockSamples : 1),
  };
}

function readBlockSamples(code: number, bytes: Uint8Array, at: number): number {
  if (code === 1) return 192;
  if (code <= 5) return 144 << code;
  if (code === 6) return bytes[at]! + 1;
  if (code === 7) return ((bytes[at]! << 8) | bytes[at + 1]!) + 1;
  return 1 << code;
}

/** Reads a number of up to 36 bits, coded like UTF-8. */
function readCodedNumber(bytes: Uint8Array, at: number): { value: number; end: number } | undefined {
  const first = bytes[at];
  if (first === undefined) return undefined;
  if (first < 0x80) return { value: first, end: at + 1 };
  const length = Math.clz32(~(first << 24));
  if (length < 2 || length > 7) return undefined;
  let value = length === 7 ? 0 : first & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i];
    if (next === undefined || (next & 0xc0) !== 0x80) return undefined;
    value = value * 64 + (next & 0x3f);
  }
  return { value, end: at + length };
}
