import { dataViewOf, latin1 } from '../byteViews.ts';
import { newFlacDecoder, newOpusDecoder, newVorbisDecoder } from '../decoders.ts';
import { parseStreamInfo, STREAM_INFO_BYTES } from '../flac/flacStreamInfo.ts';
import type { UnitDecoder } from '../unitDecoding.ts';

/** The first packet of a stream in a supported codec. */
export interface OggCodec {
  readonly name: string;
  readonly sampleRateHz: number;
  readonly channelCount: number;
  /** Samples that are decoded at the start and not played; the last position includes them. */
  readonly preSkipSamples: number;
  /** For integer samples. */
  readonly bitsPerSample?: number;
  readonly newDecoder: () => Promise<UnitDecoder>;
}

/** Opus always decodes at 48 kHz, whatever was recorded (RFC 7845 section 5.1). */
const OPUS_RATE_HZ = 48_000;
const FLAC_STREAM_INFO_AT = 17;

/** @returns undefined for an unsupported codec or a truncated first packet */
export function readOggCodec(packet: Uint8Array): OggCodec | undefined {
  const view = dataViewOf(packet);
  if (latin1(packet, 0, 8) === 'OpusHead' && packet.length >= 19) {
    return {
      name: 'Opus',
      sampleRateHz: OPUS_RATE_HZ,
      channelCount: packet[9]!,
      preSkipSamples: view.getUint16(10, true),
      newDecoder: newOpusDecoder,
    };
  }
  if (latin1(packet, 0, 7) === '\u0001vorbis' && packet.length >= 30) {
    return {
      name: 'Vorbis',
      sampleRateHz: view.getUint32(12, true),
      channelCount: packet[11]!,
      preSkipSamples: 0,
      newDecoder: newVorbisDecoder,
    };
  }
  if (latin1(packet, 0, 5) === '\u007fFLAC' && packet.length >= FLAC_STREAM_INFO_AT + STREAM_INFO_BYTES) {
    const streamInfo = parseStreamInfo(packet.subarray(FLAC_STREAM_INFO_AT));
    const { sampleRateHz, channelCount, bitsPerSample } = streamInfo;
    return { name: 'FLAC', sampleRateHz, channelCount, bitsPerSample, preSkipSamples: 0, newDecoder: newFlacDecoder };
  }
  return undefined;
}

const UNREAD_CODECS: readonly (readonly [beginning: string, name: string])[] = [
  ['Speex   ', 'Speex'],
  ['\u0080theora', 'Theora video'],
  ['CELT    ', 'CELT'],
  ['PCM     ', 'PCM'],
  ['\u0001video', 'video'],
  ['BBCD', 'Dirac video'],
];

/** Returns the name of an unsupported codec, from its first packet. */
export function unreadOggCodecName(packet: Uint8Array): string | undefined {
  const beginning = latin1(packet, 0, 8);
  return UNREAD_CODECS.find(([known]) => beginning.startsWith(known))?.[1];
}
