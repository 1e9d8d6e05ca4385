import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { parseByteRange } from '../../pages/byteRange.ts';
import { contentSecurityPolicy, createNonce, protectiveHeaders, withNonce } from '../../pages/pagePolicy.ts';
import type { RendererFiles } from '../../pages/rendererFiles.ts';
import { isAppUrl } from './appAddress.ts';

export interface AppContent {
  /** The built screens. */
  readonly files: RendererFiles;
  /** File of a call's audio; undefined where there is none. */
  audioFile(callId: string): string | undefined;
}

type Body = ConstructorParameters<typeof Response>[0];

const audioPath = /^\/audio\/([^/]+)$/;

/** Answers a request to the app's own scheme: the page with a fresh nonce, the files it needs, the audio of a call. */
export async function answerAppRequest(request: Request, content: AppContent): Promise<Response> {
  if (!isAppUrl(request.url)) return refuse(404);
  if (request.method !== 'GET') return refuse(405);
  const { pathname } = new URL(request.url);
  const callId = audioPath.exec(pathname)?.[1];
  if (callId !== undefined) {
    const path = content.audioFile(callId);
    return path === undefined ? refuse(404) : answerAudio(request.headers.get('range') ?? undefined, path);
  }
  const file = content.files.get(pathname === '/' ? '/index.html' : pathname);
  if (file === undefined) return refuse(404);
  if (!file.contentType.startsWith('text/html')) return answer(200, { 'Content-Type': file.contentType }, file.body);
  const nonce = createNonce();
  const headers = { 'Content-Type': file.contentType, 'Content-Security-Policy': contentSecurityPolicy(nonce, []) };
  return answer(200, headers, withNonce(file.body.toString('utf8'), nonce));
}

/** `net.fetch` of a file ignores ranges, and a media element that gets no 206 cannot jump. */
async function answerAudio(rangeHeader: string | undefined, path: string): Promise<Response> {
  const { size } = await stat(path);
  const headers = { 'Content-Type': 'audio/wav', 'Accept-Ranges': 'bytes' };
  const range = parseByteRange(rangeHeader, size);
  if (range === 'none') return answer(416, { ...headers, 'Content-Range': `bytes */${size}` }, null);
  const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range;
  const partial = range === 'whole' ? {} : { 'Content-Range': `bytes ${start}-${end}/${size}` };
  const length = end - start + 1;
  const body =
    length === 0 ? null : (Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>);
  return answer(range === 'whole' ? 200 : 206, { ...headers, ...partial, 'Content-Length': String(length) }, body);
}

function refuse(status: 404 | 405): Response {
  return answer(status, { 'Content-Type': 'text/plain; charset=utf-8' }, 'There is nothing here.\n');
}

function answer(status: number, headers: Readonly<Record<string, string>>, body: Body): Response {
  return new Response(body, { status, headers: { ...protectiveHeaders, 'Cache-Control': 'no-store', ...headers } });
}
