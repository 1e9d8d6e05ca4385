import type { RecordingFormat } from '../../../core/model/recordingFormats.ts';
import type { AudioTrack } from './audioTrack.ts';
import type { ByteReader } from './byteReader.ts';
import { latin1 } from './byteViews.ts';
import { emptyAudio, notAudio, unsupportedCodec } from './fileRefusal.ts';
import { openFlac } from './flac/flacTrack.ts';
import { foreignFormatName } from './foreignFormats.ts';
import { openMp3 } from './mpeg/mp3Track.ts';
import { openOgg } from './ogg/oggTrack.ts';
import { skipId3v2 } from './trailingTag.ts';
import { openWave } from './wave/waveTrack.ts';

interface SignedFormat {
  /** @param head the first 12 bytes of the file, fewer if it is shorter */
  recognises(head: Uint8Array): boolean;
  open(reader: ByteReader, fileName: string): Promise<AudioTrack>;
}

/** Formats that begin with a signature. MP3 has none: it is looked for if nothing else fits. */
const signedFormats: Readonly<Record<Exclude<RecordingFormat, 'mp3'>, SignedFormat>> = {
  wav: {
    recognises: (head) => ['RIFF', 'RF64', 'BW64'].includes(latin1(head, 0, 4)) && latin1(head, 8, 4) === 'WAVE',
    open: openWave,
  },
  flac: { recognises: (head) => latin1(head, 0, 4) === 'fLaC', open: openFlac },
  ogg: { recognises: (head) => latin1(head, 0, 4) === 'OggS', open: openOgg },
};

/**
 * Recognises the format of a file by its content, never by its name.
 * @throws {AppError} `empty-audio`, `not-audio`, `unsupported-codec`, `unsupported-format`
 * @throws {StreamDamage} if the file ends or is damaged within its header
 */
export async function openTrack(reader: ByteReader, fileName: string): Promise<AudioTrack> {
  await skipId3v2(reader);
  if (reader.remaining === 0) throw emptyAudio(fileName);
  const head = await reader.peek(12);
  const format = Object.values(signedFormats).find(({ recognises }) => recognises(head));
  if (format) return format.open(reader, fileName);

  const foreign = await foreignFormatName(reader);
  if (foreign) throw unsupportedCodec(foreign, fileName);
  const track = await openMp3(reader, fileName);
  if (!track) throw notAudio(fileName);
  return track;
}
