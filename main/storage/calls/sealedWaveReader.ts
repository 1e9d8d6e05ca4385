import { type FileHandle, open } from 'node:fs/promises';
import { WAV_HEADER_BYTES, type WavFormat, wavHeader } from '../../audio/wavWriter.ts';
import { ifThere } from '../ifThere.ts';
import { BrokenSealError, SEAL_BYTES, unseal } from '../sealing/sealing.ts';
import { SEALED_HEADER_BYTES, SealedWaveLayout } from './sealedWaveFormat.ts';

/**
 * A sealed recording as the WAV file it stands for, whose header fits what is there: also while the call goes on, and after a crash.
 */
export class SealedWaveReader {
  readonly #file: FileHandle;
  readonly #key: Uint8Array;
  readonly #callId: string;
  readonly #layout: SealedWaveLayout;
  /** Bytes of samples that are there. */
  readonly #dataBytes: number;

  private constructor(file: FileHandle, key: Uint8Array, callId: string, layout: SealedWaveLayout, dataBytes: number) {
    this.#file = file;
    this.#key = key;
    this.#callId = callId;
    this.#layout = layout;
    this.#dataBytes = dataBytes;
  }

  /**
   * @param key the call's key
   * @returns undefined where there is no such file
   * @throws BrokenSealError where the file is no recording
   */
  static async open(path: string, key: Uint8Array, callId: string): Promise<SealedWaveReader | undefined> {
    const file = await ifThere(open(path, 'r'));
    if (!file) return undefined;
    try {
      const header = Buffer.alloc(SEALED_HEADER_BYTES);
      await file.read(header, 0, header.length, 0);
      const layout = SealedWaveLayout.parse(header);
      if (!layout) throw new BrokenSealError('not a recording');
      const { size } = await file.stat();
      const dataBytes = await readableBytes(file, key, callId, layout, Math.max(0, size - SEALED_HEADER_BYTES));
      return new SealedWaveReader(file, key, callId, layout, dataBytes);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get format(): WavFormat {
    return this.#layout.format;
  }

  /** Of the whole WAV file. */
  get sizeBytes(): number {
    return WAV_HEADER_BYTES + this.#dataBytes;
  }

  get durationSeconds(): number {
    return this.#dataBytes / this.#layout.frameBytes / this.#layout.format.sampleRateHz;
  }

  /**
   * The bytes from `start` to `end`, both included, in pieces.
   * @throws BrokenSealError where a record was damaged: what comes out is what was recorded, or nothing
   */
  async *bytes(start = 0, end = this.sizeBytes - 1): AsyncGenerator<Buffer> {
    if (start < WAV_HEADER_BYTES) {
      yield Buffer.from(wavHeader(this.#layout.format, this.#dataBytes)).subarray(start, end + 1);
    }
    const { recordBytes } = this.#layout;
    const from = Math.max(0, start - WAV_HEADER_BYTES);
    const to = Math.min(this.#dataBytes, end + 1 - WAV_HEADER_BYTES);
    for (let at = from; at < to; ) {
      const index = Math.floor(at / recordBytes);
      const first = index * recordBytes;
      const record = await this.#record(index, Math.min(recordBytes, this.#dataBytes - first));
      yield record.subarray(at - first, to - first);
      at = first + recordBytes;
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  #record(index: number, length: number): Promise<Buffer> {
    return readRecord(this.#file, this.#key, this.#callId, this.#layout, index, length);
  }
}

/** Whole records count by their number; the last, shorter one counts when it opens. */
async function readableBytes(
  file: FileHandle,
  key: Uint8Array,
  callId: string,
  layout: SealedWaveLayout,
  bodyBytes: number,
): Promise<number> {
  const whole = Math.floor(bodyBytes / layout.sealedBytes);
  const rest = bodyBytes - whole * layout.sealedBytes - SEAL_BYTES;
  if (rest <= 0) return whole * layout.recordBytes;
  try {
    await readRecord(file, key, callId, layout, whole, rest);
    return whole * layout.recordBytes + rest;
  } catch (error) {
    if (error instanceof BrokenSealError) return whole * layout.recordBytes;
    throw error;
  }
}

async function readRecord(
  file: FileHandle,
  key: Uint8Array,
  callId: string,
  layout: SealedWaveLayout,
  index: number,
  length: number,
): Promise<Buffer> {
  const sealed = Buffer.alloc(length + SEAL_BYTES);
  const { bytesRead } = await file.read(sealed, 0, sealed.length, layout.position(index));
  return unseal(key, sealed.subarray(0, bytesRead), layout.purpose(callId, index));
}
