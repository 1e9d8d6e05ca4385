import { StreamDamage } from '../audioTrack.ts';
import type { ByteReader } from '../byteReader.ts';
import { beginsTag } from '../trailingTag.ts';
import { type FlacFrameHeader, LONGEST_FRAME_HEADER_BYTES, parseFlacFrameHeader } from './flacFrameHeader.ts';
import type { FlacStreamInfo } from './flacStreamInfo.ts';

const READ_AHEAD_BYTES = 8_192;

const CRC16 = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x8005 : crc << 1;
  return crc;
});

/**
 * Cuts a FLAC stream into frames. Frames do not state their length: a frame ends where its checksum (RFC 9639 section
 * 9.3) matches and the next header, the end of the file or a tag follows.
 * @throws {StreamDamage} if a frame is damaged, missing or truncated
 */
export async function* flacFrames(reader: ByteReader, streamInfo: FlacStreamInfo): AsyncGenerator<Uint8Array> {
  let previous: FlacFrameHeader | undefined;
  while (reader.remaining > 0) {
    const bytes = await reader.peek(LONGEST_FRAME_HEADER_BYTES);
    if (previous && beginsTag(bytes)) return;
    const header = parseFlacFrameHeader(bytes, 0);
    if (!header || !fits(header, streamInfo)) throw new StreamDamage('a frame is damaged');
    if (previous && header.number !== previous.nextNumber) throw new StreamDamage('a frame is missing');
    yield (await reader.take(await frameLength(reader, header.headerBytes, streamInfo))).slice();
    previous = header;
  }
}

function fits(header: FlacFrameHeader, streamInfo: FlacStreamInfo): boolean {
  return header.channelCount === streamInfo.channelCount && header.blockSamples <= streamInfo.largestBlockSamples;
}

/** Returns the size of verbatim samples, with one more bit for a side channel and some room for the headers. */
function largestFrameBytes({ largestBlockSamples, channelCount, bitsPerSample }: FlacStreamInfo): number {
  return Math.ceil((largestBlockSamples * channelCount * (bitsPerSample + 1)) / 8) + 1_024;
}

async function frameLength(reader: ByteReader, headerBytes: number, streamInfo: FlacStreamInfo): Promise<number> {
  const largestBytes = largestFrameBytes(streamInfo);
  let crc = 0;
  let at = 0;
  for (let window = READ_AHEAD_BYTES; ; window += READ_AHEAD_BYTES) {
    const bytes = await reader.peek(window);
    const atEnd = bytes.length < window;
    const end = atEnd ? bytes.length : bytes.length - LONGEST_FRAME_HEADER_BYTES;
    for (; at < end; at++) {
      if (crc === 0 && at > headerBytes && follows(bytes, at, streamInfo)) return at;
      crc = ((crc << 8) & 0xffff) ^ CRC16[(crc >> 8) ^ bytes[at]!]!;
    }
    if (atEnd && crc === 0 && at > headerBytes) return at;
    if (atEnd) throw new StreamDamage('the file ends inside a frame');
    if (at > largestBytes) throw new StreamDamage('a frame is damaged');
  }
}

function follows(bytes: Uint8Array, at: number, streamInfo: FlacStreamInfo): boolean {
  const next = parseFlacFrameHeader(bytes, at);
  return next === undefined ? beginsTag(bytes, at) : fits(next, streamInfo);
}
