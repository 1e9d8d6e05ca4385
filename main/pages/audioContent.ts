import { Readable } from 'node:stream';
import { parseByteRange } from './byteRange.ts';

/** A call's audio as a host serves it: a WAV file, wherever its bytes come from. */
export interface AudioContent {
  readonly sizeBytes: number;
  /** Both ends included. */
  bytes(start: number, end: number): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

export interface AudioAnswer {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where the answer has none; closes the content when it is read or given up. */
  readonly body: Readable | undefined;
}

/**
 * The whole, or the part a media element asks for: one that gets no 206 cannot jump.
 *
 * @param range the request's `Range` header
 * @param withBody false for a HEAD request
 */
export async function audioAnswer(
  content: AudioContent,
  range: string | undefined,
  withBody = true,
): Promise<AudioAnswer> {
  const { sizeBytes } = content;
  const part = parseByteRange(range, sizeBytes);
  const common = { 'Content-Type': 'audio/wav', 'Accept-Ranges': 'bytes' };
  const { start, end } = typeof part === 'string' ? { start: 0, end: sizeBytes - 1 } : part;
  const headers = { ...common, 'Content-Length': String(end - start + 1) };
  const hasBody = withBody && part !== 'none' && end >= start;
  if (!hasBody) await content.close();
  const body = hasBody ? Readable.from(closing(content, start, end), { objectMode: false }) : undefined;
  if (part === 'none') {
    const nothing = { ...common, 'Content-Range': `bytes */${sizeBytes}`, 'Content-Length': '0' };
    return { status: 416, headers: nothing, body };
  }
  if (part === 'whole') return { status: 200, headers, body };
  return { status: 206, headers: { ...headers, 'Content-Range': `bytes ${start}-${end}/${sizeBytes}` }, body };
}

/** The bytes, with the content closed at their end. Not a generator, which would not close what nobody began to read. */
function closing(content: AudioContent, start: number, end: number): AsyncIterable<Uint8Array> {
  const bytes = content.bytes(start, end)[Symbol.asyncIterator]();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => bytes.next(),
      // A stream calls it when it is destroyed, be it at the end, by an error or unread.
      async return() {
        await bytes.return?.();
        await content.close();
        return { done: true, value: undefined };
      },
    }),
  };
}
