import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '../../core/model/appError.ts';
import { systemErrorCode } from '../errorCodes.ts';

export interface WavFormat {
  readonly sampleRateHz: number;
  readonly channelCount: number;
}

/** The part of a file handle that the writer needs. */
export type WritableFile = Pick<FileHandle, 'write' | 'close'>;

export const WAV_HEADER_BYTES = 44;
export const WAV_SAMPLE_BYTES = 2;
const UNKNOWN_SIZE = 0xffffffff;

/**
 * Creates a 16-bit PCM WAV file that only its owner can read, replacing any earlier one.
 * @throws {AppError} `no-write-permission`; other file system errors unchanged
 */
export async function createWavFile(path: string, format: WavFormat): Promise<WavWriter> {
  let file: FileHandle;
  try {
    file = await open(path, 'w', 0o600);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(systemErrorCode(error) ?? '')) throw error;
    throw new AppError('no-write-permission', 'You don’t have permission to write there. Choose another folder.', {
      cause: error,
    });
  }
  return WavWriter.start(file, format);
}

/**
 * Appends samples to a WAV file that is readable at any time: until it is closed its sizes are 0xFFFFFFFF, which
 * readers take as "to the end of the file". Beyond 4 GiB they stay that way. Calls must not overlap.
 */
export class WavWriter {
  readonly #file: WritableFile;
  readonly #format: WavFormat;
  #dataBytes = 0;

  private constructor(file: WritableFile, format: WavFormat) {
    this.#file = file;
    this.#format = format;
  }

  static async start(file: WritableFile, format: WavFormat): Promise<WavWriter> {
    const writer = new WavWriter(file, format);
    await writer.#writeAt(wavHeader(format, UNKNOWN_SIZE), 0);
    return writer;
  }

  /**
   * Clips samples beyond full scale ±1 and turns NaN into 0. If the file system refuses, the samples count as not
   * written: the next call writes over them.
   * @param channels one array per channel, all of the same length
   */
  async write(channels: readonly Float32Array[]): Promise<void> {
    const bytes = interleave(channels, this.#format.channelCount);
    await this.#writeAt(bytes, WAV_HEADER_BYTES + this.#dataBytes);
    this.#dataBytes += bytes.length;
  }

  /** Writes the sizes and closes the file. */
  async close(): Promise<void> {
    try {
      await this.#writeAt(wavHeader(this.#format, this.#dataBytes), 0);
    } finally {
      await this.#file.close();
    }
  }

  async #writeAt(bytes: Uint8Array, position: number): Promise<void> {
    for (let written = 0; written < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, written, bytes.length - written, position + written);
      written += bytesWritten;
    }
  }
}

/**
 * Returns the 44 bytes before the samples. Sizes that do not fit (beyond 4 GiB) are 0xFFFFFFFF, "to the end of the
 * file".
 */
export function wavHeader({ sampleRateHz, channelCount }: WavFormat, dataBytes: number): Uint8Array {
  const blockBytes = channelCount * WAV_SAMPLE_BYTES;
  const header = Buffer.alloc(WAV_HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(Math.min(UNKNOWN_SIZE, dataBytes + WAV_HEADER_BYTES - 8), 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channelCount, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(sampleRateHz * blockBytes, 28);
  header.writeUInt16LE(blockBytes, 32);
  header.writeUInt16LE(WAV_SAMPLE_BYTES * 8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(dataBytes <= UNKNOWN_SIZE - WAV_HEADER_BYTES ? dataBytes : UNKNOWN_SIZE, 40);
  return header;
}

/**
 * Interleaves channels as 16-bit PCM. Samples beyond full scale ±1 are clipped, NaN becomes 0.
 * @param channels one array per channel, all of the same length
 */
export function interleave(channels: readonly Float32Array[], channelCount: number): Uint8Array {
  const length = channels[0]?.length ?? 0;
  if (channels.length !== channelCount || channels.some((samples) => samples.length !== length)) {
    throw new RangeError(`expected ${channelCount} channels of equal length`);
  }
  const bytes = new Uint8Array(length * channelCount * WAV_SAMPLE_BYTES);
  const view = new DataView(bytes.buffer);
  channels.forEach((samples, channel) => {
    for (let i = 0; i < length; i++) {
      const sample = Math.max(-0x8000, Math.min(0x7fff, Math.round(samples[i]! * 0x8000)));
      view.setInt16((i * channelCount + channel) * WAV_SAMPLE_BYTES, sample, true);
    }
  });
  return bytes;
}
