import type { AudioTrack } from './audioTrack.ts';
import type { ByteReader } from './byteReader.ts';
import { latin1 } from './byteViews.ts';
import { emptyAudio, notAudio, unsupportedCodec } from './fileRefusal.ts';
import { openFlac } from './flac/flacTrack.ts';
import { foreignFormatName } from './foreignFormats.ts';
import { findMpegStream } from './mpeg/findMpegStream.ts';
import { openMp3 } from './mpeg/mp3Track.ts';
import { openOgg } from './ogg/oggTrack.ts';
import { skipId3v2 } from './trailingTag.ts';
import { openWave } from './wave/waveTrack.ts';

/**
 * Recognises what a file holds by its content, never by its name.
 *
 * @throws {AppError} `empty-audio`, `not-audio`, `unsupported-codec`, `unsupported-format`
 * @throws {StreamDamage} where the file ends or is damaged within its header
 */
export async function openTrack(reader: ByteReader, fileName: string): Promise<AudioTrack> {
  await skipId3v2(reader);
  if (reader.remaining === 0) throw emptyAudio(fileName);
  const head = await reader.peek(12);
  const form = latin1(head, 0, 4);
  if (['RIFF', 'RF64', 'BW64'].includes(form) && latin1(head, 8, 4) === 'WAVE') {
    const track = await openWave(reader, fileName);
    if (!track) throw emptyAudio(fileName);
    return track;
  }
  if (form === 'fLaC') return openFlac(reader);
  if (form === 'OggS') return openOgg(reader, fileName);

  const foreign = await foreignFormatName(reader);
  if (foreign) throw unsupportedCodec(foreign, fileName);
  const mpeg = await findMpegStream(reader);
  if (!mpeg) throw notAudio(fileName);
  if (mpeg.layer !== 3) throw unsupportedCodec(`MPEG layer ${mpeg.layer}`, fileName);
  return openMp3(reader, mpeg);
}
