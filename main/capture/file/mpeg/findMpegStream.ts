import type { ByteReader } from '../byteReader.ts';
import { continuesStream, MPEG_HEADER_BYTES, type MpegFrameHeader, parseMpegFrameHeader } from './mpegFrameHeader.ts';

/**
 * A stream may begin in the middle of a frame, where a recorder was switched on; it is not looked for beyond this
 * distance.
 */
const SEARCHED_BYTES = 16_384;
const LARGEST_FRAME_BYTES = 2_881;
/** A header has few bits, so a search requires several in a row. */
const FRAMES_AT_START = 2;
const FRAMES_ELSEWHERE = 4;

/** Looks for MPEG audio and leaves the reader at its first frame; does not move the reader if there is none. */
export async function findMpegStream(reader: ByteReader): Promise<MpegFrameHeader | undefined> {
  const bytes = await reader.peek(SEARCHED_BYTES + FRAMES_ELSEWHERE * LARGEST_FRAME_BYTES);
  const endsInView = bytes.length === reader.remaining;
  for (let offset = 0; offset < Math.min(bytes.length, SEARCHED_BYTES); offset++) {
    const header = parseMpegFrameHeader(bytes, offset);
    if (header && isChain(bytes, offset, header, endsInView)) {
      reader.skip(offset);
      return header;
    }
  }
  return undefined;
}

function isChain(bytes: Uint8Array, start: number, first: MpegFrameHeader, endsInView: boolean): boolean {
  const wanted = start === 0 ? FRAMES_AT_START : FRAMES_ELSEWHERE;
  let offset = start + first.frameBytes;
  for (let count = 1; count < wanted; count++) {
    if (start === 0 && endsInView && offset === bytes.length) return true;
    if (offset + MPEG_HEADER_BYTES > bytes.length) return false;
    const next = parseMpegFrameHeader(bytes, offset);
    if (!next || !continuesStream(next, first)) return false;
    offset += next.frameBytes;
  }
  return true;
}
