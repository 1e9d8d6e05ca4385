import { type FileHandle, open } from 'node:fs/promises';
import { WAV_HEADER_BYTES, type WavFormat } from '../../audio/wavWriter.ts';
import { seal } from '../sealing/sealing.ts';
import { SealedWaveLayout } from './sealedWaveFormat.ts';

/** As much of a file as a recording needs. */
export type RecordingFile = Pick<FileHandle, 'write' | 'datasync' | 'close'>;

/** Creates a file that only this user can read, in place of any that was there. */
export function createRecordingFile(path: string): Promise<RecordingFile> {
  return open(path, 'w', 0o600);
}

/**
 * Appends sound to a sealed recording (its layout: `SealedWaveLayout`). Every whole record is on the disk before the next one is
 * written, so a crash costs the half second in memory and no more. Calls must wait for each other.
 */
export class SealedWaveWriter {
  readonly #file: RecordingFile;
  readonly #key: Uint8Array;
  readonly #callId: string;
  readonly #layout: SealedWaveLayout;
  #pending: Buffer = Buffer.alloc(0);
  #records = 0;

  private constructor(file: RecordingFile, key: Uint8Array, callId: string, layout: SealedWaveLayout) {
    this.#file = file;
    this.#key = key;
    this.#callId = callId;
    this.#layout = layout;
  }

  /** @param key the call's key */
  static async start(
    file: RecordingFile,
    options: { readonly key: Uint8Array; readonly callId: string; readonly format: WavFormat },
  ): Promise<SealedWaveWriter> {
    const layout = new SealedWaveLayout(options.format);
    const writer = new SealedWaveWriter(file, options.key, options.callId, layout);
    await writer.#writeAt(layout.header(), 0);
    return writer;
  }

  /** @param pcm whole frames of interleaved 16-bit samples */
  async append(pcm: Uint8Array): Promise<void> {
    this.#pending = Buffer.concat([this.#pending, pcm]);
    const { recordBytes } = this.#layout;
    while (this.#pending.length >= recordBytes) {
      await this.#writeRecord(this.#pending.subarray(0, recordBytes));
      this.#pending = this.#pending.subarray(recordBytes);
    }
  }

  /** Writes what is left and lets go of the file, also where the writing fails. */
  async close(): Promise<void> {
    try {
      if (this.#pending.length > 0) await this.#writeRecord(this.#pending);
    } finally {
      await this.#file.close();
    }
  }

  async #writeRecord(pcm: Uint8Array): Promise<void> {
    const sealed = seal(this.#key, pcm, this.#layout.purpose(this.#callId, this.#records));
    await this.#writeAt(sealed, this.#layout.position(this.#records));
    await this.#file.datasync();
    this.#records += 1;
  }

  async #writeAt(bytes: Uint8Array, position: number): Promise<void> {
    for (let written = 0; written < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, written, bytes.length - written, position + written);
      written += bytesWritten;
    }
  }
}

/** Seals a 16-bit WAV file of ours as a call's recording. */
export async function sealWavFile(
  wavPath: string,
  file: RecordingFile,
  options: { readonly key: Uint8Array; readonly callId: string },
): Promise<void> {
  const wav = await open(wavPath, 'r');
  try {
    const header = Buffer.alloc(WAV_HEADER_BYTES);
    await wav.read(header, 0, header.length, 0);
    const format = { channelCount: header.readUInt16LE(22), sampleRateHz: header.readUInt32LE(24) };
    const writer = await SealedWaveWriter.start(file, { ...options, format });
    try {
      const pcm: AsyncIterable<Buffer> = wav.createReadStream({ start: WAV_HEADER_BYTES, autoClose: false });
      for await (const bytes of pcm) await writer.append(bytes);
    } finally {
      await writer.close();
    }
  } finally {
    await wav.close();
  }
}
