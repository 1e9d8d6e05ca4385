import { type AudioTrack, StreamDamage } from '../audioTrack.ts';
import type { ByteReader } from '../byteReader.ts';
import { newMp3Decoder } from '../decoders.ts';
import { unsupportedCodec } from '../fileRefusal.ts';
import { atEndOrTag } from '../trailingTag.ts';
import { decodeUnits } from '../unitDecoding.ts';
import { findMpegStream } from './findMpegStream.ts';
import { continuesStream, MPEG_HEADER_BYTES, type MpegFrameHeader, parseMpegFrameHeader } from './mpegFrameHeader.ts';
import { parseXingHeader } from './xingHeader.ts';

/**
 * Opens the first MPEG audio near the start of a file.
 * @returns undefined if there is none
 * @throws {AppError} `unsupported-codec` for layers 1 and 2
 */
export async function openMp3(reader: ByteReader, fileName: string): Promise<AudioTrack | undefined> {
  const first = await findMpegStream(reader);
  if (!first) return undefined;
  if (first.layer !== 3) throw unsupportedCodec(`MPEG layer ${first.layer}`, fileName);
  const xing = parseXingHeader(await reader.peek(first.frameBytes), first);
  const { sampleRateHz, channelCount } = first;
  // The frame with the Xing header has no sound, but from it the decoder learns what to trim at both ends.
  const frameCount = xing && xing.frameCount + 1;
  return {
    container: 'MP3',
    codec: 'MP3',
    sampleRateHz,
    channelCount,
    expectedSampleCount: xing?.sampleCount,
    blocks: decodeUnits(mp3Frames(reader, first, frameCount), newMp3Decoder, first),
  };
}

/**
 * Cuts a stream into frames, so that the decoder never sees anything else.
 * @param frameCount number of frames, if the file states it
 * @throws {StreamDamage} if the file ends inside a frame or before its last one, or if something else follows
 */
async function* mp3Frames(
  reader: ByteReader,
  first: MpegFrameHeader,
  frameCount: number | undefined,
): AsyncGenerator<Uint8Array> {
  for (let count = 0; reader.remaining > 0; count++) {
    const header = parseMpegFrameHeader(await reader.peek(MPEG_HEADER_BYTES), 0);
    if (!header || !continuesStream(header, first)) {
      const ended = frameCount === undefined ? await atEndOrTag(reader) : count >= frameCount;
      if (ended) return;
      throw new StreamDamage('a frame is damaged');
    }
    const frame = await reader.take(header.frameBytes);
    if (frame.length < header.frameBytes) throw new StreamDamage('the file ends inside a frame');
    yield frame;
    if (reader.remaining === 0 && frameCount !== undefined && count + 1 < frameCount) {
      throw new StreamDamage('the file ends before the length that its header declares');
    }
  }
}
