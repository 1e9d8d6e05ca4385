import { dataViewOf } from '../byteViews.ts';

export interface PcmDecoder {
  readonly name: string;
  readonly decode: (bytes: Uint8Array, channelCount: number) => Float32Array[];
}

type SampleReader = (view: DataView, offset: number) => number;

/**
 * Readers by bytes per sample. Integers have full scale ±1 at their most negative value; 8 bits are unsigned by
 * definition.
 */
const INTEGER_READERS: Readonly<Record<number, SampleReader>> = {
  1: (view, offset) => (view.getUint8(offset) - 128) / 0x80,
  2: (view, offset) => view.getInt16(offset, true) / 0x8000,
  3: (view, offset) => (view.getUint16(offset, true) | (view.getInt8(offset + 2) << 16)) / 0x800000,
  4: (view, offset) => view.getInt32(offset, true) / 0x80000000,
};
const FLOAT_READERS: Readonly<Record<number, SampleReader>> = {
  4: (view, offset) => view.getFloat32(offset, true),
  8: (view, offset) => view.getFloat64(offset, true),
};

/**
 * Creates a decoder for interleaved little-endian samples. Integer samples with fewer bits than their bytes hold use
 * the upper bits, so the container's size alone determines the scale.
 * @returns undefined if no such samples exist
 */
export function pcmDecoder(kind: 'integer' | 'float', sampleBytes: number, bits: number): PcmDecoder | undefined {
  const read = (kind === 'float' ? FLOAT_READERS : INTEGER_READERS)[sampleBytes];
  const fits = kind === 'float' ? bits === sampleBytes * 8 : bits > (sampleBytes - 1) * 8 && bits <= sampleBytes * 8;
  if (!read || !fits) return undefined;
  return {
    name: `${kind === 'float' ? 'float' : 'PCM'} ${bits}-bit`,
    decode:
      kind === 'integer' && sampleBytes === 2
        ? deinterleave16
        : (bytes, channelCount) => deinterleave(bytes, channelCount, sampleBytes, read),
  };
}

function deinterleave(
  bytes: Uint8Array,
  channelCount: number,
  sampleBytes: number,
  read: SampleReader,
): Float32Array[] {
  const view = dataViewOf(bytes);
  const blockBytes = channelCount * sampleBytes;
  const length = Math.floor(bytes.length / blockBytes);
  return Array.from({ length: channelCount }, (_, channel) => {
    const samples = new Float32Array(length);
    for (let i = 0; i < length; i++) samples[i] = read(view, i * blockBytes + channel * sampleBytes);
    return samples;
  });
}

/**
 * Does the same for 16-bit integers, which most recordings of calls contain; the machines it runs on are little-endian.
 */
function deinterleave16(bytes: Uint8Array, channelCount: number): Float32Array[] {
  const { buffer, byteOffset } = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  const length = Math.floor(bytes.length / (2 * channelCount));
  const interleaved = new Int16Array(buffer, byteOffset, length * channelCount);
  return Array.from({ length: channelCount }, (_, channel) => {
    const samples = new Float32Array(length);
    for (let i = 0, at = channel; i < length; i++, at += channelCount) samples[i] = interleaved[at]! / 0x8000;
    return samples;
  });
}
