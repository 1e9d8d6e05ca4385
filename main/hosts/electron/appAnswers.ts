import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type AudioContent, audioAnswer } from '../../pages/audioContent.ts';
import { type FileToSave, savingHeaders } from '../../pages/fileToSave.ts';
import { contentSecurityPolicy, createNonce, protectiveHeaders, withNonce } from '../../pages/pagePolicy.ts';
import type { RendererFiles } from '../../pages/rendererFiles.ts';
import { isAppUrl } from './appAddress.ts';

export interface AppContent {
  /** The built screens. */
  readonly files: RendererFiles;
  /** Returns a call's audio; undefined if there is none. */
  audio(callId: string): Promise<AudioContent | undefined>;
  /** Returns a file made to be saved; undefined if there is none. */
  made(exportId: string): FileToSave | undefined;
}

type Body = ConstructorParameters<typeof Response>[0];

const exportPath = /^\/export\/([^/]+)$/;
const audioPath = /^\/audio\/([^/]+)$/;

/**
 * Answers a request to the app's own scheme: the page with a fresh nonce, the files it needs, the audio of a call, a
 * file to save.
 */
export async function answerAppRequest(request: Request, content: AppContent): Promise<Response> {
  if (!isAppUrl(request.url)) return refuse(404);
  if (request.method !== 'GET') return refuse(405);
  const { pathname } = new URL(request.url);
  const callId = audioPath.exec(pathname)?.[1];
  if (callId !== undefined) {
    const audio = await content.audio(callId);
    return audio ? answerAudio(audio, request.headers.get('range') ?? undefined) : refuse(404);
  }
  const exportId = exportPath.exec(pathname)?.[1];
  if (exportId !== undefined) {
    const made = content.made(exportId);
    return made ? answerSaving(made) : refuse(404);
  }
  const file = content.files.get(pathname === '/' ? '/index.html' : pathname);
  if (file === undefined) return refuse(404);
  if (!file.contentType.startsWith('text/html')) return answer(200, { 'Content-Type': file.contentType }, file.body);
  const nonce = createNonce();
  const headers = { 'Content-Type': file.contentType, 'Content-Security-Policy': contentSecurityPolicy(nonce, []) };
  return answer(200, headers, withNonce(file.body.toString('utf8'), nonce));
}

async function answerAudio(content: AudioContent, range: string | undefined): Promise<Response> {
  const { status, headers, body } = await audioAnswer(content, range);
  return answer(status, headers, body ? (Readable.toWeb(body) as ReadableStream<Uint8Array>) : null);
}

function answerSaving(file: FileToSave): Response {
  return answer(200, savingHeaders(file), Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>);
}

function refuse(status: 404 | 405): Response {
  return answer(status, { 'Content-Type': 'text/plain; charset=utf-8' }, 'There is nothing here.\n');
}

function answer(status: number, headers: Readonly<Record<string, string>>, body: Body): Response {
  return new Response(body, { status, headers: { ...protectiveHeaders, 'Cache-Control': 'no-store', ...headers } });
}
