import { MS_COEFFICIENTS } from './adpcmTables.ts';
import {
  blockBytesOf,
  encodeSamples,
  IMA_BLOCK_SAMPLES,
  MS_BLOCK_SAMPLES,
  SAMPLE_BITS,
  type WaveEncoding,
} from './waveEncoders.ts';

export interface WaveOptions {
  readonly sampleRateHz: number;
  readonly encoding?: WaveEncoding;
  readonly form?: 'RIFF' | 'RF64' | 'BW64';
  /** True to write WAVEFORMATEXTENSIBLE. */
  readonly extensible?: boolean;
  /** Whole chunks between `fmt ` and `data`, and after `data`. */
  readonly chunksBefore?: readonly Uint8Array[];
  readonly chunksAfter?: readonly Uint8Array[];
  /** Sizes to write instead of the true ones. */
  readonly riffBytes?: number;
  readonly dataBytes?: number;
  /** Samples per channel to write into a `fact` chunk. */
  readonly factSampleCount?: number;
}

const FORMAT_TAGS: Record<WaveEncoding, number> = {
  pcm8: 1,
  pcm16: 1,
  pcm24: 1,
  pcm32: 1,
  float32: 3,
  float64: 3,
  muLaw: 7,
  aLaw: 6,
  imaAdpcm: 0x11,
  msAdpcm: 2,
};
const TAG_GUID_TAIL = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];
/** Returns a WAV file with these samples (full scale ±1, one array per channel), written by the specification. */
export function waveBytes(channels: readonly Float32Array[], options: WaveOptions): Uint8Array {
  const { encoding = 'pcm16', form = 'RIFF' } = options;
  const data = encodeSamples(channels, encoding);
  const fact = options.factSampleCount;
  const body = concatBytes([
    riffChunk('fmt ', formatBody(channels.length, options, encoding)),
    ...(fact === undefined ? [] : [riffChunk('fact', uint32(fact))]),
    ...(options.chunksBefore ?? []),
    riffChunk('data', data, options.dataBytes ?? (form === 'RIFF' ? data.length : 0xffffffff)),
    ...(options.chunksAfter ?? []),
  ]);
  const sizes = form === 'RIFF' ? new Uint8Array() : riffChunk('ds64', longSizes(body.length, data.length));
  const riffBytes = options.riffBytes ?? (form === 'RIFF' ? body.length + 4 : 0xffffffff);
  return concatBytes([latin1(form), uint32(riffBytes), latin1('WAVE'), sizes, body]);
}

/** Returns a chunk with its padding byte. */
export function riffChunk(id: string, body: Uint8Array, declaredBytes = body.length): Uint8Array {
  return concatBytes([latin1(id), uint32(declaredBytes), body, new Uint8Array(body.length % 2)]);
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

export function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function longSizes(bodyBytes: number, dataBytes: number): Uint8Array {
  const bytes = Buffer.alloc(28);
  bytes.writeBigUInt64LE(BigInt(bodyBytes + 40), 0);
  bytes.writeBigUInt64LE(BigInt(dataBytes), 8);
  return bytes;
}

function formatBody(channelCount: number, options: WaveOptions, encoding: WaveEncoding): Uint8Array {
  const bits = SAMPLE_BITS[encoding];
  const blockBytes = blockBytesOf(encoding, channelCount);
  const extra = options.extensible ? extensibleExtra(encoding, bits) : adpcmExtra(encoding);
  const bytes = Buffer.alloc(18 + extra.length);
  bytes.writeUInt16LE(options.extensible ? 0xfffe : FORMAT_TAGS[encoding], 0);
  bytes.writeUInt16LE(channelCount, 2);
  bytes.writeUInt32LE(options.sampleRateHz, 4);
  bytes.writeUInt32LE(options.sampleRateHz * blockBytes, 8);
  bytes.writeUInt16LE(blockBytes, 12);
  bytes.writeUInt16LE(bits, 14);
  bytes.writeUInt16LE(extra.length, 16);
  bytes.set(extra, 18);
  return bytes;
}

function extensibleExtra(encoding: WaveEncoding, bits: number): Uint8Array {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt16LE(bits, 0);
  bytes.writeUInt16LE(FORMAT_TAGS[encoding], 6);
  bytes.set(TAG_GUID_TAIL, 8);
  return bytes;
}

function adpcmExtra(encoding: WaveEncoding): Uint8Array {
  if (encoding === 'imaAdpcm') return new Uint8Array([IMA_BLOCK_SAMPLES & 0xff, IMA_BLOCK_SAMPLES >> 8]);
  if (encoding !== 'msAdpcm') return new Uint8Array();
  const bytes = Buffer.alloc(4 + MS_COEFFICIENTS.length * 4);
  bytes.writeUInt16LE(MS_BLOCK_SAMPLES, 0);
  bytes.writeUInt16LE(MS_COEFFICIENTS.length, 2);
  MS_COEFFICIENTS.forEach(([newer, older], i) => {
    bytes.writeInt16LE(newer, 4 + i * 4);
    bytes.writeInt16LE(older, 6 + i * 4);
  });
  return bytes;
}
