/** The contents of a file as its format reader found them, ready to be pulled. */
export interface AudioTrack {
  /** The usual names of the formats, such as "RF64" and "IMA ADPCM". */
  readonly container: string;
  readonly codec: string;
  readonly sampleRateHz: number;
  readonly channelCount: number;
  /** Samples per channel, if the file states it. */
  readonly expectedSampleCount: number | undefined;
  /**
   * Decoded samples in order, one array per channel, of any length (even 0). Throws `StreamDamage` where the stream is
   * damaged; everything before that is valid.
   */
  readonly blocks: AsyncIterable<readonly Float32Array[]>;
}

/**
 * From here on a stream cannot be read. The message is a clause that gives the reason: "the file ends inside a frame".
 */
export class StreamDamage extends Error {
  override readonly name = 'StreamDamage';
}
