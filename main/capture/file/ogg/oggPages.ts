import { StreamDamage } from '../audioTrack.ts';
import type { ByteReader } from '../byteReader.ts';
import { dataViewOf, latin1 } from '../byteViews.ts';

/** A page of an Ogg file (RFC 3533 section 6). */
export interface OggPage {
  /** A copy of the page with its header. */
  readonly bytes: Uint8Array;
  readonly body: Uint8Array;
  readonly serial: number;
  readonly sequence: number;
  readonly beginsStream: boolean;
  readonly endsStream: boolean;
}

const HEADER_BYTES = 27;
const CHECKSUM_AT = 22;
const BEGINS_STREAM = 2;
const ENDS_STREAM = 4;

const CRC32 = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc;
});

/**
 * Reads the page at the reader's position and moves past it.
 * @returns undefined at the end of the file
 * @throws {StreamDamage} if there is no whole page with a correct checksum
 */
export async function takeOggPage(reader: ByteReader): Promise<OggPage | undefined> {
  if (reader.remaining === 0) return undefined;
  const head = await reader.peek(HEADER_BYTES);
  if (head.length < HEADER_BYTES) throw new StreamDamage('the file ends inside a page');
  if (latin1(head, 0, 4) !== 'OggS' || head[4] !== 0) throw new StreamDamage('a page is damaged');
  const bodyStart = HEADER_BYTES + head[26]!;
  const lacing = (await reader.peek(bodyStart)).subarray(HEADER_BYTES);
  const pageBytes = lacing.reduce((sum, length) => sum + length, bodyStart);
  const bytes = (await reader.take(pageBytes)).slice();
  if (bytes.length < pageBytes) throw new StreamDamage('the file ends inside a page');
  const view = dataViewOf(bytes);
  if (oggChecksum(bytes) !== view.getUint32(CHECKSUM_AT, true)) throw new StreamDamage('a page is damaged');
  return {
    bytes,
    body: bytes.subarray(bodyStart),
    serial: view.getUint32(14, true),
    sequence: view.getUint32(18, true),
    beginsStream: (bytes[5]! & BEGINS_STREAM) !== 0,
    endsStream: (bytes[5]! & ENDS_STREAM) !== 0,
  };
}

/** True if a page that begins a stream is at the reader's position. */
export async function atStreamStart(reader: ByteReader): Promise<boolean> {
  const head = await reader.peek(HEADER_BYTES);
  return head.length === HEADER_BYTES && latin1(head, 0, 4) === 'OggS' && (head[5]! & BEGINS_STREAM) !== 0;
}

/** Returns the checksum of a page, whose checksum field counts as zero. */
export function oggChecksum(page: Uint8Array): number {
  let crc = 0;
  for (let i = 0; i < page.length; i++) {
    const byte = i >= CHECKSUM_AT && i < CHECKSUM_AT + 4 ? 0 : page[i]!;
    crc = (crc << 8) ^ CRC32[(crc >>> 24) ^ byte]!;
  }
  return crc >>> 0;
}

const LARGEST_PAGE_BYTES = HEADER_BYTES + 255 + 255 * 255;

/** Returns the position in samples at which the file ends, from the last page of a stream; moves the reader there. */
export async function lastGranulePosition(reader: ByteReader, serial: number): Promise<number | undefined> {
  reader.seek(Math.max(0, reader.size - LARGEST_PAGE_BYTES));
  const tail = await reader.peek(LARGEST_PAGE_BYTES);
  const view = dataViewOf(tail);
  for (let at = tail.length - HEADER_BYTES; at >= 0; at--) {
    if (latin1(tail, at, 4) !== 'OggS' || view.getUint32(at + 14, true) !== serial) continue;
    const position = view.getBigInt64(at + 6, true);
    if (position >= 0n && position <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(position);
  }
  return undefined;
}
