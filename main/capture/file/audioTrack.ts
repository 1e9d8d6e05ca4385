/** What a format reader found in a file, ready to be pulled. */
export interface AudioTrack {
  /** Field's names of what was recognised, such as "RF64" and "IMA ADPCM". */
  readonly container: string;
  readonly codec: string;
  readonly sampleRateHz: number;
  readonly channelCount: number;
  /** Samples per channel, where the file says so. */
  readonly expectedSampleCount: number | undefined;
  /**
   * Decoded samples in order, one array per channel, any length (also none).
   * Throws `StreamDamage` where the stream breaks; what came before is good.
   */
  readonly blocks: AsyncIterable<readonly Float32Array[]>;
}

/** From here on a stream cannot be read. The message is a clause that says why: "the file ends inside a frame". */
export class StreamDamage extends Error {
  override readonly name = 'StreamDamage';
}
