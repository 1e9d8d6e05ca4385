/** How the bytes of a WAV data chunk become samples. A block is the smallest unit that decodes by itself. */
export interface WaveCodec {
  readonly name: string;
  readonly blockBytes: number;
  /** Samples per channel in so many bytes of a block or of several; what is too short for a sample does not count. */
  sampleCount(byteCount: number): number;
  /** Decodes whole blocks; only the last one may be cut off. Returns one array per channel. */
  decode(bytes: Uint8Array): Float32Array[];
}
