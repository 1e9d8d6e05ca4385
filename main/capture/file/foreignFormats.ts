import type { ByteReader } from './byteReader.ts';
import { dataViewOf, latin1 } from './byteViews.ts';

/** First bytes of audio formats that are not supported, with the name of each. */
const SIGNATURES: readonly (readonly [offset: number, beginning: string, name: string])[] = [
  [0, '\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011', 'Windows Media (WMA/ASF)'],
  [0, '#!AMR-WB', 'AMR-WB'],
  [0, '#!AMR', 'AMR'],
  [0, '#!SILK_V3', 'SILK'],
  [0, '\u0002#!SILK_V3', 'SILK'],
  [0, 'caff', 'Core Audio (CAF)'],
  [8, 'AIFF', 'AIFF'],
  [8, 'AIFC', 'AIFF-C'],
  [0, '.snd', 'Sun/NeXT audio (AU)'],
  [0, 'RIFX', 'big-endian WAV (RIFX)'],
  [0, 'riff\u002e\u0091\u00cf\u0011', 'Wave64 (W64)'],
  [8, 'AVI ', 'AVI video'],
  [0, 'NIST_1A', 'NIST SPHERE'],
  [0, 'Creative Voice File', 'Creative Voice (VOC)'],
  [0, 'wvpk', 'WavPack'],
  [0, 'MAC ', "Monkey's Audio"],
  [0, 'TTA1', 'True Audio'],
  [0, 'MPCK', 'Musepack'],
  [0, 'MP+', 'Musepack'],
  [0, 'DSD ', 'DSD'],
  [0, '.RMF', 'RealAudio'],
  [0, '.ra\u00fd', 'RealAudio'],
  [0, 'FLV\u0001', 'Flash video'],
  [0, '\u000b\u0077', 'AC-3'],
  [0, '\u0000\u0000\u0001\u00ba', 'MPEG video'],
];

const HEAD_BYTES = 64;

/** Names a format that is known but not supported: "AAC in M4A/MP4", "AMR"; undefined for everything else. */
export async function foreignFormatName(reader: ByteReader): Promise<string | undefined> {
  const head = await reader.peek(HEAD_BYTES);
  if (latin1(head, 4, 4) === 'ftyp') return `${(await mp4CodecName(reader)) ?? 'sound'} in M4A/MP4`;
  if (latin1(head, 0, 4) === '\u001a\u0045\u00df\u00a3') {
    return `${(await matroskaCodecName(reader)) ?? 'sound'} in WebM/Matroska`;
  }
  // ADTS: twelve bits of sync, the layer always 0 (ISO/IEC 13818-7).
  if (head[0] === 0xff && (head[1]! & 0xf6) === 0xf0 && isAdtsChain(head)) return 'AAC (ADTS)';
  return SIGNATURES.find(([offset, beginning]) => latin1(head, offset, beginning.length) === beginning)?.[2];
}

/** True if the sampling frequency exists and the frame is longer than its header. */
function isAdtsChain(head: Uint8Array): boolean {
  const frameBytes = ((head[3]! & 3) << 11) | (head[4]! << 3) | (head[5]! >> 5);
  return ((head[2]! >> 2) & 15) <= 12 && frameBytes > 7;
}

/** Sample entries of ISO base media files by their four characters (mp4ra.org). */
const MP4_CODECS: ReadonlyMap<string, string> = new Map([
  ['mp4a', 'AAC'],
  ['alac', 'Apple Lossless'],
  ['Opus', 'Opus'],
  ['fLaC', 'FLAC'],
  ['.mp3', 'MP3'],
  ['ac-3', 'AC-3'],
  ['ec-3', 'E-AC-3'],
  ['samr', 'AMR'],
  ['sawb', 'AMR-WB'],
  ['sowt', 'PCM'],
  ['twos', 'PCM'],
  ['lpcm', 'PCM'],
  ['ulaw', 'G.711 µ-law'],
  ['alaw', 'G.711 A-law'],
]);
const MOST_BOXES = 1_000;
const MOOV_BYTES_LOOKED_AT = 1_048_576;

async function mp4CodecName(reader: ByteReader): Promise<string | undefined> {
  for (let count = 0; count < MOST_BOXES && reader.remaining > 0; count++) {
    const start = reader.position;
    const head = await reader.peek(16);
    if (head.length < 16) return undefined;
    const view = dataViewOf(head);
    const shortBytes = view.getUint32(0);
    const boxBytes = shortBytes === 1 ? Number(view.getBigUint64(8)) : shortBytes;
    if (latin1(head, 4, 4) === 'moov') {
      return soundEntryName(await reader.peek(Math.min(boxBytes, MOOV_BYTES_LOOKED_AT)));
    }
    if (boxBytes < 8) return undefined;
    reader.seek(start + boxBytes);
  }
  return undefined;
}

/**
 * Returns the four characters of a sound entry. A sample description box is "stsd", version, count, size of the first
 * entry, its four characters.
 */
function soundEntryName(moov: Uint8Array): string | undefined {
  for (let at = 0; at + 20 <= moov.length; at++) {
    if (moov[at] !== 0x73 || latin1(moov, at, 4) !== 'stsd') continue;
    const name = MP4_CODECS.get(latin1(moov, at + 16, 4));
    if (name) return name;
  }
  return undefined;
}

/** Matroska names codecs in plain text (RFC 9559, codec mappings). */
const MATROSKA_CODECS: readonly (readonly [id: string, name: string])[] = [
  ['A_OPUS', 'Opus'],
  ['A_VORBIS', 'Vorbis'],
  ['A_AAC', 'AAC'],
  ['A_FLAC', 'FLAC'],
  ['A_MPEG/L3', 'MP3'],
  ['A_PCM', 'PCM'],
  ['A_AC3', 'AC-3'],
];
const MATROSKA_BYTES_LOOKED_AT = 16_384;

async function matroskaCodecName(reader: ByteReader): Promise<string | undefined> {
  const text = latin1(await reader.peek(MATROSKA_BYTES_LOOKED_AT), 0, MATROSKA_BYTES_LOOKED_AT);
  return MATROSKA_CODECS.find(([id]) => text.includes(id))?.[1];
}
