import type { AppErrorData } from '../../core/model/appError.ts';
import type { AudioSource } from '../../main/capture/audioSource.ts';
import type { ByteStore } from '../../main/capture/file/byteReader.ts';
import { type FileSource, openDecodedSource } from '../../main/capture/file/decodedSource.ts';

export interface DecodedAudio {
  readonly channels: Float32Array[];
  readonly chunkLengths: number[];
  readonly broken: AppErrorData | undefined;
}

export function memoryStore(bytes: Uint8Array): ByteStore & { readonly isClosed: boolean } {
  let isClosed = false;
  return {
    size: bytes.length,
    get isClosed() {
      return isClosed;
    },
    async read(into, position) {
      const part = bytes.subarray(position, position + into.length);
      into.set(part);
      return part.length;
    },
    async close() {
      isClosed = true;
    },
  };
}

/** Returns everything a source yields, joined. */
export async function drain(source: AudioSource): Promise<DecodedAudio> {
  const chunks: (readonly Float32Array[])[] = [];
  let broken: AppErrorData | undefined;
  for await (const item of source) {
    if (item.type === 'samples') chunks.push(item.channels);
    if (item.type === 'broken') broken = item.error;
  }
  const channels = Array.from({ length: source.channelCount }, (_, channel) => join(chunks.map((c) => c[channel]!)));
  return { channels, chunkLengths: chunks.map((chunk) => chunk[0]!.length), broken };
}

export async function decodeBytes(
  bytes: Uint8Array,
  readBytes?: number,
): Promise<DecodedAudio & { source: FileSource }> {
  const source = await openDecodedSource(memoryStore(bytes), 'call.wav', { readBytes });
  return { ...(await drain(source)), source };
}

function join(parts: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
