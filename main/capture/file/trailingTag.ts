import { StreamDamage } from './audioTrack.ts';
import type { ByteReader } from './byteReader.ts';
import { latin1 } from './byteViews.ts';

/**
 * Beginnings of tags that may follow the last frame of a stream without an end marker: ID3v1, APEv2, Lyrics3, a second
 * ID3v2.
 */
const TAG_BEGINNINGS = ['TAG', 'APETAGEX', 'LYRICSBEGIN', 'ID3'];
const LONGEST_BEGINNING_BYTES = 11;
const PADDING_LOOKED_AT_BYTES = 4_096;

export function beginsTag(bytes: Uint8Array, offset = 0): boolean {
  const text = latin1(bytes, offset, LONGEST_BEGINNING_BYTES);
  return TAG_BEGINNINGS.some((beginning) => text.startsWith(beginning));
}

/** True if only tags or zeros are left at the reader's position. */
export async function atEndOrTag(reader: ByteReader): Promise<boolean> {
  const rest = await reader.peek(PADDING_LOOKED_AT_BYTES);
  return beginsTag(rest) || rest.every((byte) => byte === 0);
}

/**
 * Moves past the ID3v2 tags at the reader's position, if there are any (id3.org, ID3v2.4 section 3.1).
 * @throws {StreamDamage} if the file ends inside one
 */
export async function skipId3v2(reader: ByteReader): Promise<void> {
  for (;;) {
    const head = await reader.peek(10);
    if (head.length < 10 || latin1(head, 0, 3) !== 'ID3') return;
    const [a, b, c, d] = head.subarray(6).map((byte) => byte & 0x7f);
    const hasFooter = (head[5]! & 0x10) !== 0;
    reader.skip(10 + (((a! << 21) | (b! << 14) | (c! << 7) | d!) >>> 0) + (hasFooter ? 10 : 0));
    if (reader.position > reader.size) throw new StreamDamage('the file ends inside its header');
  }
}
