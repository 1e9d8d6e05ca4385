import { StreamDamage } from '../audioTrack.ts';
import type { ByteReader } from '../byteReader.ts';
import { dataViewOf, latin1 } from '../byteViews.ts';

/** The positions of the parts of a WAV file. */
export interface WaveLayout {
  /** RIFF, RF64 (EBU Tech 3306) or BW64 (ITU-R BS.2088). */
  readonly form: string;
  readonly formatChunk: Uint8Array;
  /** Samples per channel from the `fact` chunk, as written. */
  readonly factSampleCount: number | undefined;
  readonly dataStart: number;
  /** Size of the sample data in bytes; undefined if the writer never filled it in. */
  readonly declaredDataBytes: number | undefined;
}

const MOST_CHUNKS = 10_000;
const FORMAT_CHUNK_LIMIT_BYTES = 4_096;

/**
 * Walks the chunks of a WAV file, in any order, until format and data are found.
 * @returns the layout, or undefined if the file is whole but has no data chunk
 * @throws {StreamDamage} if the file ends before format and data are found
 */
export async function readWaveLayout(reader: ByteReader): Promise<WaveLayout | undefined> {
  const head = await reader.take(12);
  const form = latin1(head, 0, 4);
  const declaredFileBytes = dataViewOf(head).getUint32(4, true) + 8;
  let formatChunk: Uint8Array | undefined;
  let factSampleCount: number | undefined;
  let longDataBytes: number | undefined;
  let dataStart: number | undefined;
  let declaredDataBytes: number | undefined;

  for (let count = 0; count < MOST_CHUNKS && !(formatChunk && dataStart !== undefined); count++) {
    const header = await reader.take(8);
    if (header.length < 8) break;
    const id = latin1(header, 0, 4);
    let bytes = dataViewOf(header).getUint32(4, true);
    const start = reader.position;
    if (id === 'ds64') {
      longDataBytes = await readLongDataBytes(reader);
    } else if (id === 'fmt ') {
      formatChunk = (await reader.peek(Math.min(bytes, FORMAT_CHUNK_LIMIT_BYTES))).slice();
    } else if (id === 'fact') {
      const fact = await reader.peek(4);
      if (fact.length === 4) factSampleCount = dataViewOf(fact).getUint32(0, true);
    } else if (id === 'data') {
      dataStart = start;
      if (bytes === 0xffffffff && longDataBytes !== undefined) bytes = longDataBytes;
      else if (isPlaceholder(bytes) || reader.size - start > 0xffffffff) bytes = Number.POSITIVE_INFINITY;
      const emptyOnPurpose = form === 'RIFF' && declaredFileBytes === reader.size;
      const known = Number.isFinite(bytes) && (bytes > 0 || emptyOnPurpose);
      declaredDataBytes = known ? bytes : undefined;
    }
    reader.seek(start + bytes + (bytes % 2 === 1 ? 1 : 0));
  }

  if (formatChunk && dataStart !== undefined) {
    return { form, formatChunk, factSampleCount, dataStart, declaredDataBytes };
  }
  if (formatChunk && reader.position <= reader.size) return undefined;
  throw new StreamDamage('the file ends inside its header');
}

/**
 * True for sizes that writers put in before they know the real one: all ones, give or take a header, or the 2 GiB less
 * 4 KiB of sox. A size that does not fit into 32 bits cannot be true either; the caller checks that.
 */
function isPlaceholder(bytes: number): boolean {
  return bytes >= 0xffffff00 || bytes === 0x7ffff000;
}

/** Reads the size of the data chunk from a `ds64` chunk; infinite if it was not filled in. */
async function readLongDataBytes(reader: ByteReader): Promise<number | undefined> {
  const sizes = await reader.peek(16);
  if (sizes.length < 16) return undefined;
  const bytes = Number(dataViewOf(sizes).getBigUint64(8, true));
  return Number.isSafeInteger(bytes) ? bytes : Number.POSITIVE_INFINITY;
}
