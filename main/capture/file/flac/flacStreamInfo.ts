import { StreamDamage } from '../audioTrack.ts';
import type { ByteReader } from '../byteReader.ts';
import { dataViewOf, latin1 } from '../byteViews.ts';

/** STREAMINFO, the first block of every FLAC stream (RFC 9639 section 8.2). */
export interface FlacStreamInfo {
  readonly largestBlockSamples: number;
  readonly sampleRateHz: number;
  readonly channelCount: number;
  readonly bitsPerSample: number;
  /** Undefined if the encoder did not know it. */
  readonly sampleCount: number | undefined;
}

export const STREAM_INFO_BYTES = 34;

/** @param bytes the body of the block, at least `STREAM_INFO_BYTES` long */
export function parseStreamInfo(bytes: Uint8Array): FlacStreamInfo {
  const view = dataViewOf(bytes);
  const packed = view.getBigUint64(10);
  const sampleCount = Number(packed & 0xf_ffff_ffffn);
  return {
    largestBlockSamples: view.getUint16(2),
    sampleRateHz: Number(packed >> 44n),
    channelCount: Number((packed >> 41n) & 7n) + 1,
    bitsPerSample: Number((packed >> 36n) & 31n) + 1,
    sampleCount: sampleCount === 0 ? undefined : sampleCount,
  };
}

/**
 * Reads the metadata at the start of a FLAC file and leaves the reader at the first frame.
 * @throws {StreamDamage} if the file ends within the metadata or does not begin with STREAMINFO
 */
export async function readFlacMetadata(reader: ByteReader): Promise<FlacStreamInfo> {
  if (latin1(await reader.take(4), 0, 4) !== 'fLaC') throw new StreamDamage('its header is damaged');
  let streamInfo: FlacStreamInfo | undefined;
  for (let last = false; !last; ) {
    const head = await reader.take(4);
    if (head.length < 4) throw new StreamDamage('the file ends inside its header');
    const type = head[0]! & 0x7f;
    const length = dataViewOf(head).getUint32(0) & 0xffffff;
    last = (head[0]! & 0x80) !== 0;
    if (streamInfo === undefined) {
      const body = await reader.peek(STREAM_INFO_BYTES);
      if (type !== 0 || body.length < STREAM_INFO_BYTES) throw new StreamDamage('its header is damaged');
      streamInfo = parseStreamInfo(body);
    }
    reader.skip(length);
  }
  return streamInfo!;
}
