/*
 * The decoders of compressed formats. Each is loaded only when a recording needs it: loading unpacks it, in every
 * thread, and most recordings need none.
 */

import type { UnitDecoder } from './unitDecoding.ts';

export async function newFlacDecoder(): Promise<UnitDecoder> {
  return (await import('@audio/decode-flac')).decoder();
}

export async function newMp3Decoder(): Promise<UnitDecoder> {
  return (await import('@audio/decode-mp3')).decoder();
}

export async function newOpusDecoder(): Promise<UnitDecoder> {
  return (await import('@audio/decode-opus')).decoder();
}

export async function newVorbisDecoder(): Promise<UnitDecoder> {
  return (await import('@audio/decode-vorbis')).decoder();
}
