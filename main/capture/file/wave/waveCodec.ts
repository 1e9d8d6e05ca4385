/** Decodes the bytes of a WAV data chunk. A block is the smallest unit that can be decoded separately. */
export interface WaveCodec {
  readonly name: string;
  readonly blockBytes: number;
  /** Returns the samples per channel in this many bytes of one or several blocks; a partial sample does not count. */
  sampleCount(byteCount: number): number;
  /** Decodes whole blocks; only the last one may be truncated. Returns one array per channel. */
  decode(bytes: Uint8Array): Float32Array[];
}
