import { WAV_SAMPLE_BYTES, type WavFormat } from '../../audio/wavWriter.ts';
import { SEAL_BYTES } from '../sealing/sealing.ts';

/**
 * A recording on disk: a header in clear text, then records of half a second of 16-bit PCM, each sealed by itself. All records but
 * the last have the same length, so that any moment can be read without what is before it; one that a crash cut off does not
 * open and counts as not there.
 *
 * Header, 16 bytes, little-endian: magic `SSWAVE1\n`, sample rate in Hz (u32), channels (u16), 0 (u16).
 */
const MAGIC = Buffer.from('SSWAVE1\n', 'latin1');
export const SEALED_HEADER_BYTES = 16;
const RECORDS_PER_SECOND = 2;

export class SealedWaveLayout {
  readonly format: WavFormat;
  readonly frameBytes: number;
  /** Samples' bytes in a whole record. */
  readonly recordBytes: number;
  /** The same with its seal. */
  readonly sealedBytes: number;

  constructor(format: WavFormat) {
    this.format = format;
    this.frameBytes = format.channelCount * WAV_SAMPLE_BYTES;
    this.recordBytes = Math.ceil(format.sampleRateHz / RECORDS_PER_SECOND) * this.frameBytes;
    this.sealedBytes = this.recordBytes + SEAL_BYTES;
  }

  /** Undefined where the bytes are no such header. */
  static parse(header: Buffer): SealedWaveLayout | undefined {
    if (header.length < SEALED_HEADER_BYTES || !MAGIC.equals(header.subarray(0, MAGIC.length))) return undefined;
    const format = { sampleRateHz: header.readUInt32LE(8), channelCount: header.readUInt16LE(12) };
    return format.sampleRateHz > 0 && format.channelCount > 0 ? new SealedWaveLayout(format) : undefined;
  }

  header(): Buffer {
    const header = Buffer.alloc(SEALED_HEADER_BYTES);
    MAGIC.copy(header);
    header.writeUInt32LE(this.format.sampleRateHz, 8);
    header.writeUInt16LE(this.format.channelCount, 12);
    return header;
  }

  /** What record `index` of a call's recording is sealed for: no record opens in another's place, or under another header. */
  purpose(callId: string, index: number): string {
    const { sampleRateHz, channelCount } = this.format;
    return `audio of ${callId}, ${sampleRateHz} Hz, ${channelCount} channels, record ${index}`;
  }

  position(index: number): number {
    return SEALED_HEADER_BYTES + index * this.sealedBytes;
  }
}
