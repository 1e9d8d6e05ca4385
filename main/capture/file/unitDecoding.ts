import { StreamDamage } from './audioTrack.ts';

/** The part that the decoders of all compressed formats have in common. */
export interface UnitDecoder {
  decode(unit: Uint8Array): DecodedAudio;
  flush?(): DecodedAudio;
  free(): void;
}

interface DecodedAudio {
  readonly channelData: readonly Float32Array[];
  readonly sampleRate: number;
  /** Units that could not be decoded; the decoders' own typings leave it out. */
  readonly errors?: readonly unknown[];
}

/**
 * Decodes self-contained units (frames, pages), one at a time. If the units end early, the samples still in the decoder
 * are yielded first.
 * @throws {StreamDamage} if the units or the decoder report damage, or if the format changes within the stream
 */
export async function* decodeUnits(
  units: AsyncIterable<Uint8Array>,
  newDecoder: () => Promise<UnitDecoder>,
  format: { readonly sampleRateHz: number; readonly channelCount: number },
): AsyncGenerator<readonly Float32Array[]> {
  const decoder = await newDecoder();
  let decoderFailed = false;
  const run = (decode: () => DecodedAudio): readonly Float32Array[] => {
    let decoded: DecodedAudio;
    try {
      decoded = decode();
    } catch (cause) {
      decoderFailed = true;
      throw new StreamDamage('its data are damaged', { cause });
    }
    const { channelData, sampleRate, errors } = decoded;
    if (!channelData[0]?.length && !errors?.length) return [];
    if (errors?.length || sampleRate !== format.sampleRateHz || channelData.length < format.channelCount) {
      decoderFailed = true;
      throw new StreamDamage('its data are damaged', { cause: errors });
    }
    return channelData.slice(0, format.channelCount);
  };

  try {
    let unitsBroke: StreamDamage | undefined;
    try {
      for await (const unit of units) yield run(() => decoder.decode(unit));
    } catch (error) {
      if (decoderFailed || !(error instanceof StreamDamage)) throw error;
      unitsBroke = error;
    }
    yield run(() => decoder.flush?.() ?? { channelData: [], sampleRate: 0 });
    if (unitsBroke) throw unitsBroke;
  } finally {
    // A decoder that threw may have left its WebAssembly instance in a state in which freeing throws as well.
    if (!decoderFailed) decoder.free();
  }
}
