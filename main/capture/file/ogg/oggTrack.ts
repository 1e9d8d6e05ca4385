import { type AudioTrack, StreamDamage } from '../audioTrack.ts';
import type { ByteReader } from '../byteReader.ts';
import { unsupportedCodec } from '../fileRefusal.ts';
import { toFullScale } from '../flac/fullScale.ts';
import { decodeUnits } from '../unitDecoding.ts';
import { type OggCodec, readOggCodec, unreadOggCodecName } from './oggCodecs.ts';
import { atStreamStart, lastGranulePosition, takeOggPage } from './oggPages.ts';

/**
 * Opens the first stream of an Ogg file that holds sound in a supported codec: Opus, Vorbis or FLAC.
 * @throws {AppError} `unsupported-codec` if there is none
 */
export async function openOgg(reader: ByteReader, fileName: string): Promise<AudioTrack> {
  const start = reader.position;
  const { serial, codec } = await findStream(reader, fileName);
  const lastPosition = await lastGranulePosition(reader, serial);
  reader.seek(start);
  const blocks = decodeUnits(streamPages(reader, serial), codec.newDecoder, codec);
  return {
    container: 'Ogg',
    codec: codec.name,
    sampleRateHz: codec.sampleRateHz,
    channelCount: codec.channelCount,
    expectedSampleCount: lastPosition === undefined ? undefined : Math.max(0, lastPosition - codec.preSkipSamples),
    blocks: codec.bitsPerSample === undefined ? blocks : toFullScale(blocks, codec.bitsPerSample),
  };
}

/**
 * Finds the stream to read. All streams begin before any continues, each with a page that holds only its first packet.
 */
async function findStream(reader: ByteReader, fileName: string): Promise<{ serial: number; codec: OggCodec }> {
  let unread: string | undefined;
  for (let page = await takeOggPage(reader); page?.beginsStream; page = await takeOggPage(reader)) {
    const codec = readOggCodec(page.body);
    if (codec) return { serial: page.serial, codec };
    unread ??= unreadOggCodecName(page.body);
  }
  throw unsupportedCodec(`${unread ?? 'an unknown codec'} in Ogg`, fileName);
}

/** @throws {StreamDamage} if a page is damaged or missing, or if the file ends before the stream does */
async function* streamPages(reader: ByteReader, serial: number): AsyncGenerator<Uint8Array> {
  let sequence: number | undefined;
  for (let page = await takeOggPage(reader); page; page = await takeOggPage(reader)) {
    if (page.serial !== serial) continue;
    if (sequence !== undefined && page.sequence !== sequence + 1) throw new StreamDamage('a page is missing');
    sequence = page.sequence;
    yield page.bytes;
    if (page.endsStream) {
      if (await atStreamStart(reader)) throw new StreamDamage('a second recording in the same file is not read');
      return;
    }
  }
  throw new StreamDamage('the file ends without its end mark');
}
