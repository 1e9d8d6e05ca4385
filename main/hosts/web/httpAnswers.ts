import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type AudioContent, audioAnswer } from '../../pages/audioContent.ts';
import { type FileToSave, savingHeaders } from '../../pages/fileToSave.ts';
import { contentSecurityPolicy, createNonce, protectiveHeaders, withNonce } from '../../pages/pagePolicy.ts';
import type { RendererFile } from '../../pages/rendererFiles.ts';

const noPage = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * Leads to the clean address. It is a page rather than a redirect: the browser came from elsewhere, and would not send
 * a SameSite=Strict cookie along a redirect that began there.
 */
const launchPage =
  '<!doctype html><meta charset="utf-8"><title>Softspoken</title><meta http-equiv="refresh" content="0;url=/">';

const refusals = {
  403: 'Not allowed. Open Softspoken by the address it printed when it was started; each address works once.',
  404: 'There is nothing here.',
  405: 'Not allowed.',
  429: 'Too many requests.',
} as const;

export function answerRefusal(response: ServerResponse, status: keyof typeof refusals): void {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' };
  answer(response, status, headers, `${refusals[status]}\n`);
}

export function answerLaunch(response: ServerResponse, setCookie: string): void {
  answer(response, 200, { 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': setCookie }, launchPage);
}

/** @param host the name and port the browser used, already checked */
export function answerPage(response: ServerResponse, index: RendererFile, host: string): void {
  const nonce = createNonce();
  const headers = {
    'Content-Type': index.contentType,
    'Content-Security-Policy': contentSecurityPolicy(nonce, [`ws://${host}`]),
  };
  answer(response, 200, headers, withNonce(index.body.toString('utf8'), nonce));
}

export function answerFile(request: IncomingMessage, response: ServerResponse, file: RendererFile): void {
  const headers = { 'Content-Type': file.contentType, ETag: file.etag, 'Cache-Control': 'no-cache' };
  if (request.headers['if-none-match'] === file.etag) answer(response, 304, headers, '');
  else answer(response, 200, headers, file.body);
}

/** Answers with a call's audio, whole or the part that a media element asks for. */
export async function answerAudio(
  request: IncomingMessage,
  response: ServerResponse,
  content: AudioContent,
): Promise<void> {
  // The browser may have moved on while the audio was opened: a media element does so whenever it learns enough.
  if (response.destroyed) return content.close();
  const { status, headers, body } = await audioAnswer(content, request.headers.range, request.method !== 'HEAD');
  writeHead(response, status, headers);
  if (body) await pipeline(body, response);
  else response.end();
}

/** Answers with a file that was made to be saved. */
export async function answerSaving(
  request: IncomingMessage,
  response: ServerResponse,
  file: FileToSave,
): Promise<void> {
  writeHead(response, 200, savingHeaders(file));
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
}

function answer(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): void {
  writeHead(response, status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  // For a HEAD request, Node leaves the body out.
  response.end(body);
}

function writeHead(response: ServerResponse, status: number, headers: Readonly<Record<string, string | number>>): void {
  response.writeHead(status, {
    ...protectiveHeaders,
    'Content-Security-Policy': noPage,
    'Cache-Control': 'no-store',
    ...headers,
  });
}
