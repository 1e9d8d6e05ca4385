import { dataViewOf } from '../byteViews.ts';
import { unsupportedCodec, unsupportedFormat } from '../fileRefusal.ts';
import { decodeALaw, decodeMuLaw } from './g711.ts';
import { imaAdpcm } from './imaAdpcm.ts';
import { msAdpcm } from './msAdpcm.ts';
import { pcmDecoder } from './pcm.ts';
import type { WaveCodec } from './waveCodec.ts';
import { codecName, EXTENSIBLE, FormatTag } from './waveCodecNames.ts';

export interface WaveFormat {
  readonly sampleRateHz: number;
  readonly channelCount: number;
  readonly codec: WaveCodec;
}

/** The last 14 bytes of the GUID of every format that also has a 16-bit tag (KSDATAFORMAT_SUBTYPE_*). */
const TAG_GUID_TAIL = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];
const EXTENSIBLE_BYTES = 40;

/**
 * Reads a `fmt ` chunk (WAVEFORMATEX or WAVEFORMATEXTENSIBLE; Microsoft, "Multiple channel audio data and WAVE files").
 * @throws {AppError} `unsupported-codec` with the codec's name, `unsupported-format` if the fields contradict each
 *   other
 */
export function readWaveFormat(chunk: Uint8Array, fileName: string): WaveFormat {
  if (chunk.length < 16) throw damagedHeader('its format chunk is too short');
  const fields = dataViewOf(chunk);
  const tag = readTag(chunk, fields);
  const channelCount = fields.getUint16(2, true);
  const sampleRateHz = fields.getUint32(4, true);
  const blockBytes = fields.getUint16(12, true);
  const bits = fields.getUint16(14, true);
  if (channelCount === 0 || blockBytes === 0) throw damagedHeader('it has no channels or empty blocks');
  const codec = waveCodec({ tag, channelCount, blockBytes, bits, extra: chunk.subarray(18) });
  if (codec === undefined) throw unsupportedCodec(`${codecName(tag)} in WAV`, fileName);
  return { sampleRateHz, channelCount, codec };
}

interface CodecFields {
  readonly tag: number | undefined;
  readonly channelCount: number;
  readonly blockBytes: number;
  readonly bits: number;
  readonly extra: Uint8Array;
}

function waveCodec({ tag, channelCount, blockBytes, bits, extra }: CodecFields): WaveCodec | undefined {
  switch (tag) {
    case FormatTag.pcm:
    case FormatTag.float: {
      const decoder = pcmDecoder(tag === FormatTag.float ? 'float' : 'integer', blockBytes / channelCount, bits);
      if (!decoder) throw damagedHeader(`${bits} bits in blocks of ${blockBytes} bytes do not fit together`);
      return fixedSize(decoder.name, blockBytes, channelCount, decoder.decode);
    }
    case FormatTag.aLaw:
    case FormatTag.muLaw:
      if (blockBytes !== channelCount) throw damagedHeader(`blocks of ${blockBytes} bytes do not fit its codec`);
      return tag === FormatTag.aLaw
        ? fixedSize('G.711 A-law', blockBytes, channelCount, decodeALaw)
        : fixedSize('G.711 µ-law', blockBytes, channelCount, decodeMuLaw);
    case FormatTag.imaAdpcm:
    case FormatTag.msAdpcm: {
      const codec =
        tag === FormatTag.imaAdpcm ? imaAdpcm(channelCount, blockBytes) : msAdpcm(channelCount, blockBytes, extra);
      if (!codec || bits !== 4) throw damagedHeader('its ADPCM parameters do not fit together');
      return codec;
    }
    default:
      return undefined;
  }
}

/** Creates a codec in which every sample has the same size at any position. */
function fixedSize(
  name: string,
  blockBytes: number,
  channelCount: number,
  decode: (bytes: Uint8Array, channelCount: number) => Float32Array[],
): WaveCodec {
  return {
    name,
    blockBytes,
    sampleCount: (byteCount) => Math.floor(byteCount / blockBytes),
    decode: (bytes) => decode(bytes, channelCount),
  };
}

/** Returns the 16-bit format tag, taken from the GUID if there is one; undefined for a GUID without a tag. */
function readTag(chunk: Uint8Array, fields: DataView): number | undefined {
  const tag = fields.getUint16(0, true);
  if (tag !== EXTENSIBLE || chunk.length < EXTENSIBLE_BYTES) return tag;
  const standsForTag = TAG_GUID_TAIL.every((byte, index) => chunk[26 + index] === byte);
  return standsForTag ? fields.getUint16(24, true) : undefined;
}

function damagedHeader(why: string) {
  return unsupportedFormat(
    `The header of this WAV file cannot be right: ${why}`,
    'Save or export the recording again as a plain 16-bit WAV file.',
  );
}
