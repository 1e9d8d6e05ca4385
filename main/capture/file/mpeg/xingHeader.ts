import { dataViewOf, latin1 } from '../byteViews.ts';
import type { MpegFrameHeader } from './mpegFrameHeader.ts';

/** An encoder's notes about the whole stream, in a first frame without sound ("Xing" or "Info", with LAME's part). */
export interface XingHeader {
  /** Frames with sound, not counting the one with this header. */
  readonly frameCount: number;
  /** Samples per channel without the encoder's delay and padding. */
  readonly sampleCount: number;
}

const HAS_FRAME_COUNT = 1;
/** Distance from the start of the Xing header, with all of its fields, to LAME's delay and padding. */
const DELAY_OFFSET = 120 + 21;

/** @returns undefined if the frame is not such a header or does not state the number of frames */
export function parseXingHeader(frame: Uint8Array, header: MpegFrameHeader): XingHeader | undefined {
  const xing = frame.subarray(header.sideInfoEnd);
  if (xing.length < 12 || !['Xing', 'Info'].includes(latin1(xing, 0, 4))) return undefined;
  const view = dataViewOf(xing);
  if (!(view.getUint32(4) & HAS_FRAME_COUNT)) return undefined;
  const frameCount = view.getUint32(8);
  const isComplete = xing.length >= DELAY_OFFSET + 3 && /^L(AME|avc|avf)/.test(latin1(xing, 120, 4));
  const delayAndPadding = isComplete ? view.getUint32(DELAY_OFFSET - 1) & 0xffffff : 0;
  const trimmed = (delayAndPadding >> 12) + (delayAndPadding & 0xfff);
  return { frameCount, sampleCount: Math.max(0, frameCount * header.samplesPerFrame - trimmed) };
}
