import { IMA_STEP_INDEX_CHANGES, IMA_STEPS, MS_COEFFICIENTS, MS_STEP_FACTORS } from './adpcmTables.ts';

export type WaveEncoding =
  | 'pcm8'
  | 'pcm16'
  | 'pcm24'
  | 'pcm32'
  | 'float32'
  | 'float64'
  | 'muLaw'
  | 'aLaw'
  | 'imaAdpcm'
  | 'msAdpcm';

export const SAMPLE_BITS: Record<WaveEncoding, number> = {
  pcm8: 8,
  pcm16: 16,
  pcm24: 24,
  pcm32: 32,
  float32: 32,
  float64: 64,
  muLaw: 8,
  aLaw: 8,
  imaAdpcm: 4,
  msAdpcm: 4,
};
/** Samples per ADPCM block; odd for IMA (one in the header, eight per group). */
export const IMA_BLOCK_SAMPLES = 505;
export const MS_BLOCK_SAMPLES = 500;

export function blockBytesOf(encoding: WaveEncoding, channelCount: number): number {
  if (encoding === 'imaAdpcm') return channelCount * (4 + (IMA_BLOCK_SAMPLES - 1) / 2);
  if (encoding === 'msAdpcm') return channelCount * 7 + Math.ceil(((MS_BLOCK_SAMPLES - 2) * channelCount) / 2);
  return (channelCount * SAMPLE_BITS[encoding]) / 8;
}

/** Encodes samples of full scale ±1, one array per channel, as the body of a data chunk. */
export function encodeSamples(channels: readonly Float32Array[], encoding: WaveEncoding): Uint8Array {
  if (encoding === 'imaAdpcm') return encodeBlocks(channels, IMA_BLOCK_SAMPLES, encodeImaBlock);
  if (encoding === 'msAdpcm') return encodeBlocks(channels, MS_BLOCK_SAMPLES, encodeMsBlock);
  const sampleBytes = SAMPLE_BITS[encoding] / 8;
  const bytes = Buffer.alloc(channels[0]!.length * channels.length * sampleBytes);
  let at = 0;
  for (let i = 0; i < channels[0]!.length; i++) {
    for (const samples of channels) {
      writeSample(bytes, at, samples[i]!, encoding);
      at += sampleBytes;
    }
  }
  return bytes;
}

function writeSample(bytes: Buffer, at: number, sample: number, encoding: WaveEncoding): void {
  switch (encoding) {
    case 'pcm8':
      bytes.writeUInt8(toInteger(sample, 8) + 128, at);
      break;
    case 'pcm16':
    case 'pcm24':
    case 'pcm32':
      bytes.writeIntLE(toInteger(sample, SAMPLE_BITS[encoding]), at, SAMPLE_BITS[encoding] / 8);
      break;
    case 'float32':
      bytes.writeFloatLE(sample, at);
      break;
    case 'float64':
      bytes.writeDoubleLE(sample, at);
      break;
    case 'muLaw':
      bytes.writeUInt8(encodeMuLaw(toInteger(sample, 16)), at);
      break;
    case 'aLaw':
      bytes.writeUInt8(encodeALaw(toInteger(sample, 16)), at);
      break;
    default:
      throw new RangeError(`${encoding} has no samples of fixed size`);
  }
}

function toInteger(sample: number, bits: number): number {
  const fullScale = 2 ** (bits - 1);
  return Math.max(-fullScale, Math.min(fullScale - 1, Math.round(sample * fullScale)));
}

/** ITU-T G.711, table 2a/2b: the segment is the position of the highest bit of magnitude + bias. */
function encodeMuLaw(value: number): number {
  const magnitude = Math.min(Math.abs(value), 32_635) + 132;
  const segment = 24 - Math.clz32(magnitude);
  return ~((value < 0 ? 0x80 : 0) | (segment << 4) | ((magnitude >> (segment + 3)) & 0x0f)) & 0xff;
}

/** ITU-T G.711, table 1a/1b. */
function encodeALaw(value: number): number {
  const magnitude = value < 0 ? -value - 1 : value;
  const segment = magnitude < 256 ? 0 : 24 - Math.clz32(magnitude);
  const mantissa = (magnitude >> (segment === 0 ? 4 : segment + 3)) & 0x0f;
  return ((value < 0 ? 0 : 0x80) | (segment << 4) | mantissa) ^ 0x55;
}

function encodeBlocks(
  channels: readonly Float32Array[],
  blockSamples: number,
  encodeBlock: (block: readonly Int16Array[], index: number) => Uint8Array,
): Uint8Array {
  const integers = channels.map((samples) => Int16Array.from(samples, (sample) => toInteger(sample, 16)));
  const blocks: Uint8Array[] = [];
  for (let from = 0; from < integers[0]!.length; from += blockSamples) {
    const block = integers.map((samples) => {
      const padded = new Int16Array(blockSamples);
      padded.set(samples.subarray(from, from + blockSamples));
      return padded;
    });
    blocks.push(encodeBlock(block, blocks.length));
  }
  return new Uint8Array(Buffer.concat(blocks));
}

function encodeImaBlock(channels: readonly Int16Array[]): Uint8Array {
  const bytes = Buffer.alloc(blockBytesOf('imaAdpcm', channels.length));
  channels.forEach((samples, channel) => {
    let predicted = samples[0]!;
    let stepIndex = 30;
    bytes.writeInt16LE(predicted, channel * 4);
    bytes.writeUInt8(stepIndex, channel * 4 + 2);
    for (let i = 1; i < samples.length; i++) {
      const step = IMA_STEPS[stepIndex]!;
      const code = quantise(samples[i]! - predicted, step);
      const sum = (step >> 3) + (code & 4 ? step : 0) + (code & 2 ? step >> 1 : 0) + (code & 1 ? step >> 2 : 0);
      predicted = Math.max(-32768, Math.min(32767, predicted + (code & 8 ? -sum : sum)));
      stepIndex = Math.max(0, Math.min(88, stepIndex + IMA_STEP_INDEX_CHANGES[code & 7]!));
      const group = Math.floor((i - 1) / 8);
      const at = channels.length * 4 + (group * channels.length + channel) * 4 + (((i - 1) % 8) >> 1);
      bytes[at] = bytes[at]! | (code << (((i - 1) & 1) * 4));
    }
  });
  return bytes;
}

function quantise(difference: number, step: number): number {
  let rest = Math.abs(difference);
  let code = difference < 0 ? 8 : 0;
  for (const [bit, part] of [
    [4, step],
    [2, step >> 1],
    [1, step >> 2],
  ] as const) {
    if (rest >= part) {
      code |= bit;
      rest -= part;
    }
  }
  return code;
}

/** Every block uses the next of the seven predictors, so that all of them are covered. */
function encodeMsBlock(channels: readonly Int16Array[], blockIndex: number): Uint8Array {
  const count = channels.length;
  const bytes = Buffer.alloc(blockBytesOf('msAdpcm', count));
  const predictor = blockIndex % MS_COEFFICIENTS.length;
  const [newerWeight, olderWeight] = MS_COEFFICIENTS[predictor]!;
  channels.forEach((samples, channel) => {
    let [older, newer] = [samples[0]!, samples[1]!];
    let step = 64;
    bytes.writeUInt8(predictor, channel);
    bytes.writeInt16LE(step, count + channel * 2);
    bytes.writeInt16LE(newer, count * 3 + channel * 2);
    bytes.writeInt16LE(older, count * 5 + channel * 2);
    for (let i = 2; i < samples.length; i++) {
      const predicted = (newer * newerWeight + older * olderWeight) >> 8;
      const code = Math.max(-8, Math.min(7, Math.round((samples[i]! - predicted) / step)));
      older = newer;
      newer = Math.max(-32768, Math.min(32767, predicted + code * step));
      step = Math.max(16, (MS_STEP_FACTORS[code & 15]! * step) >> 8);
      const nibble = (i - 2) * count + channel;
      const at = count * 7 + (nibble >> 1);
      bytes[at] = bytes[at]! | ((code & 15) << (nibble & 1 ? 0 : 4));
    }
  });
  return bytes;
}
