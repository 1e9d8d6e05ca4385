import { Readable } from 'node:stream';
import { parseByteRange } from './byteRange.ts';

/** A call's audio as a host serves it: a WAV file, whatever the source of its bytes. */
export interface AudioContent {
  readonly sizeBytes: number;
  /** Both ends included. */
  bytes(start: number, end: number): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

export interface AudioAnswer {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined if the answer has no body; closes the content when it is read or given up. */
  readonly body: Readable | undefined;
}

/**
 * Returns the whole audio, or the part a media element asks for: one that gets no 206 cannot jump.
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

/**
 * Returns the bytes and closes the content at their end. Not a generator, which would not close if nobody began to read
 * it.
 */
function closing(content: AudioContent, start: number, end: number): AsyncIterable<Uint8Array> {
  const bytes = content.bytes(start, end)[Symbol.asyncIterator]();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => bytes.next(),
      // A stream calls this when it is destroyed: at the end, by an error or unread.
      async return() {
        await bytes.return?.();
        await content.close();
        return { done: true, value: undefined };
      },
    }),
  };
}
