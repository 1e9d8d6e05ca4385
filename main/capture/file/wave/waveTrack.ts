import { type AudioTrack, StreamDamage } from '../audioTrack.ts';
import type { ByteReader } from '../byteReader.ts';
import { emptyAudio } from '../fileRefusal.ts';
import { readWaveLayout } from './riffChunks.ts';
import type { WaveCodec } from './waveCodec.ts';
import { readWaveFormat } from './waveFormat.ts';

/** About this many bytes are decoded at a time, in whole blocks. */
const DECODE_BYTES = 16_384;

/**
 * Opens a WAV, RF64 or BW64 file. If the header has no size yet, because the recording was interrupted, the data extend
 * to the end of the file; if it declares more data than the file has, the track is truncated there.
 * @throws {AppError} `empty-audio` if the file has no data chunk
 */
export async function openWave(reader: ByteReader, fileName: string): Promise<AudioTrack> {
  const layout = await readWaveLayout(reader);
  if (!layout) throw emptyAudio(fileName);
  const { sampleRateHz, channelCount, codec } = readWaveFormat(layout.formatChunk, fileName);

  const presentBytes = Math.max(0, reader.size - layout.dataStart);
  const dataBytes = Math.min(layout.declaredDataBytes ?? presentBytes, presentBytes);
  const declaredCount = codec.sampleCount(layout.declaredDataBytes ?? presentBytes);
  const presentCount = codec.sampleCount(dataBytes);
  const truncated = presentCount < declaredCount;
  const sampleCount = truncated ? presentCount : trimPadding(presentCount, layout.factSampleCount, codec);
  reader.seek(layout.dataStart);
  return {
    container: layout.form === 'RIFF' ? 'WAV' : layout.form,
    codec: codec.name,
    sampleRateHz,
    channelCount,
    expectedSampleCount: sampleCount,
    blocks: decodeBlocks(reader, codec, dataBytes, sampleCount, truncated),
  };
}

/** Removes padding. A block codec fills up its last block; `fact` states the real length. Any other `fact` is wrong. */
function trimPadding(sampleCount: number, factSampleCount: number | undefined, codec: WaveCodec): number {
  if (factSampleCount === undefined) return sampleCount;
  const shortest = sampleCount - codec.sampleCount(codec.blockBytes);
  return factSampleCount > shortest && factSampleCount < sampleCount ? factSampleCount : sampleCount;
}

async function* decodeBlocks(
  reader: ByteReader,
  codec: WaveCodec,
  dataBytes: number,
  sampleCount: number,
  truncated: boolean,
): AsyncGenerator<Float32Array[]> {
  const stepBytes = Math.max(1, Math.floor(DECODE_BYTES / codec.blockBytes)) * codec.blockBytes;
  let bytesLeft = dataBytes;
  let samplesLeft = sampleCount;
  while (samplesLeft > 0) {
    const bytes = await reader.take(Math.min(stepBytes, bytesLeft));
    if (bytes.length === 0) throw new StreamDamage('the file became shorter while it was read');
    const block = codec.decode(bytes).map((samples) => samples.subarray(0, samplesLeft));
    bytesLeft -= bytes.length;
    samplesLeft -= block[0]!.length;
    yield block;
  }
  if (truncated) throw new StreamDamage('the file ends before the length that its header declares');
}
