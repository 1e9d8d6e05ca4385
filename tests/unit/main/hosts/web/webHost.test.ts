import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bulkEnd, bulkPath, bulkWindowBytes } from '../../../../../contract/streamContract.ts';
import { createWavFile } from '../../../../../main/audio/wavWriter.ts';
import { startWebHost } from '../../../../../main/hosts/web/startWebHost.ts';
import { encodeCall } from '../../../../../main/storage/calls/callCodec.ts';
import { type LetIn, startAndEnter } from '../../../../contract/fakes/connections.ts';
import { exampleResult } from '../../../../contract/fakes/exampleReport.ts';
import { startTestServices, type TestServices } from '../../../../contract/fakes/testServices.ts';

let test: TestServices;
let letIn: LetIn;

beforeEach(async () => {
  test = await startTestServices();
  letIn = await startAndEnter(test);
});

afterEach(async () => {
  await letIn.host.close();
  await test.close();
});

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return fetch(`${letIn.origin}${path}`, { method, headers: { Cookie: letIn.cookie, ...headers } });
}

describe('launching', () => {
  it('accepts a token once, and leads to the clean address', async () => {
    const url = letIn.host.issueUrl();
    const first = await fetch(url);
    expect(first.status).toBe(200);
    expect(first.headers.get('set-cookie')).toMatch(
      /^softspoken-[0-9a-f]{12}=.{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(await first.text()).toContain('content="0;url=/"');
    const second = await fetch(url);
    expect(second.status).toBe(403);
    expect(second.headers.get('set-cookie')).toBeNull();
  });

  it('does not use a token up for HEAD', async () => {
    const url = letIn.host.issueUrl();
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(405);
    expect((await fetch(url)).status).toBe(200);
  });

  it('ignores another instance’s cookie', async () => {
    const other = await startAndEnter(test);
    expect(other.cookie.split('=')[0]).not.toBe(letIn.cookie.split('=')[0]);
    expect((await get('/', { Cookie: other.cookie })).status).toBe(403);
    await other.host.close();
  });

  it('reports that the port is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const start = startWebHost({ services: test.services, rendererDir: join(test.dir, 'renderer'), port });
    await expect(start).rejects.toThrow(`Port ${port} is in use`);
    taken.close();
  });

  it('reports that the screens are not built', async () => {
    const start = startWebHost({ services: test.services, rendererDir: join(test.dir, 'nothing') });
    await expect(start).rejects.toThrow('Build them first');
  });
});

describe('pages and files', () => {
  it('gives every load of the page a new nonce, in the policy and in the page', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const response = await get('/');
      const html = await response.text();
      const nonce = /<meta name="csp-nonce" content="([^"]+)">/.exec(html)![1]!;
      expect(html).toContain(`<style nonce="${nonce}">`);
      expect(html).toContain(`<script nonce="${nonce}" type="module"`);
      expect(response.headers.get('content-security-policy')).toBe(
        `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; media-src 'self' blob:; connect-src 'self' ws://127.0.0.1:${letIn.host.port}; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
      );
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it.each(['/', '/assets/app.js', '/nothing', '/audio/none'])('protects the answer for %s', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toMatch(/^microphone=\(self\), display-capture=\(self\), camera=\(\)/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('serves the built files with their type, and again only if they have changed', async () => {
    const response = await get('/assets/app.js?v=1');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toContain('hello');
    const again = await get('/assets/app.js', { 'If-None-Match': response.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  it.each(['/../samples/a-calm-call/truth.json', '/%2e%2e/samples', '/assets/%00', '/assets/', '//evil.example/'])(
    'finds nothing at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ address }) => address === '::1'),
  );

  it('answers at ::1 at the same port if the machine has it, so that nobody else can', async () => {
    const answer = fetch(`http://[::1]:${letIn.host.port}/`, { headers: { Cookie: letIn.cookie } });
    if (!hasIpv6) return expect(answer).rejects.toThrow();
    expect((await answer).headers.get('content-security-policy')).toContain(`ws://[::1]:${letIn.host.port}`);
  });

  it('answers at localhost as well', async () => {
    const headers = { Cookie: letIn.cookie };
    const response = await fetch(`http://localhost:${letIn.host.port}/`, { headers });
    expect(response.headers.get('content-security-policy')).toContain(`ws://localhost:${letIn.host.port}`);
  });
});

describe('audio of a call', () => {
  const sizeBytes = 44 + 100_000;
  let bytes: Buffer;

  beforeEach(async () => {
    const path = join(test.dir, 'call.wav');
    const wav = await createWavFile(path, { sampleRateHz: 16_000, channelCount: 1 });
    await wav.write([Float32Array.from({ length: 50_000 }, (_, i) => Math.sin(i / 10))]);
    await wav.close();
    bytes = await readFile(path);
    const { writer } = test.services.library;
    writer.begin({ callId: 'one', kind: 'file', title: 'Call', roles: ['agent'], startedAt: new Date() });
    await writer.saveAudio('one', path);
    await writer.save('one', 'complete', new Date(), await encodeCall(exampleResult('file')));
  });

  it('is served whole', async () => {
    const response = await get('/audio/one');
    expect(response.status).toBe(200);
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  it('is served in parts', async () => {
    const response = await get('/audio/one', { Range: 'bytes=10-19' });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes 10-19/${sizeBytes}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes.subarray(10, 20));
  });

  it('is served from the middle of one sealed record into another', async () => {
    const response = await get('/audio/one', { Range: 'bytes=15000-50000' });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes.subarray(15_000, 50_001));
  });

  it('is refused beyond its end', async () => {
    const response = await get('/audio/one', { Range: `bytes=${sizeBytes}-` });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${sizeBytes}`);
  });

  it('reports its size to HEAD', async () => {
    const response = await get('/audio/one', {}, 'HEAD');
    expect(response.headers.get('content-length')).toBe(String(sizeBytes));
  });
});

describe('streams', () => {
  async function openUpload(sizeBytes: number) {
    const { streamId } = await test.services.streams.open({ kind: 'upload', name: 'call.wav', sizeBytes });
    return { streamId, socket: await letIn.openSocket(bulkPath(streamId)) };
  }

  it('accept an upload, acknowledge it and close when it is complete', async () => {
    const { socket, streamId } = await openUpload(6);
    const acks: unknown[] = [];
    socket.on('message', (data) => acks.push(JSON.parse(data.toString())));
    socket.send(Buffer.from('abc'));
    socket.send(Buffer.from('def'));
    socket.send(JSON.stringify(bulkEnd));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1000);
    expect(acks).toEqual([{ receivedBytes: 3 }, { receivedBytes: 6 }]);
    expect(test.services.streams.takeUpload(streamId).isComplete).toBe(true);
  });

  it.each([
    ['a frame beyond the allowed length', Buffer.alloc(256 * 1024 + 1), 1009],
    ['more bytes than announced', Buffer.alloc(7), 1008],
    ['text that means nothing', 'hello', 1008],
    ['an end before the last byte', JSON.stringify(bulkEnd), 1008],
  ])('cut off %s', async (_, message, expected) => {
    const { socket, streamId } = await openUpload(6);
    socket.send(message);
    const [code] = await once(socket, 'close');
    expect(code).toBe(expected);
    await expect.poll(() => isKnown(streamId)).toBe(false);
    expect(test.logger.errors).toEqual([]);
  });

  it('allow only one connection', async () => {
    const { streamId } = await openUpload(6);
    await expect(letIn.openSocket(bulkPath(streamId))).rejects.toThrow('404');
  });

  it('drop the upload when the page goes away', async () => {
    const { socket, streamId } = await openUpload(bulkWindowBytes);
    socket.send(Buffer.from('abc'));
    socket.terminate();
    await expect.poll(() => isKnown(streamId)).toBe(false);
  });

  function isKnown(streamId: string): boolean {
    try {
      test.services.streams.connect(streamId);
      return true;
    } catch (error) {
      return (error as Error).message.includes('already');
    }
  }
});

describe('connections', () => {
  it('cut off a page that sends calls too fast', async () => {
    const socket = await letIn.openSocket('/rpc');
    for (let i = 1; i <= 1_000; i++) socket.send(JSON.stringify({ i: i.toString(36), p: { u: '/host/info', b: {} } }));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1008);
  });

  it('cut off a call that is too long', async () => {
    const socket = await letIn.openSocket('/rpc');
    socket.send('x'.repeat(100_000));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1009);
  });

  it('are limited in number', async () => {
    for (let i = 0; i < 32; i++) await letIn.openSocket('/rpc');
    await expect(letIn.openSocket('/rpc')).rejects.toThrow('429');
  });

  it('are closed with a goodbye when the host closes', async () => {
    const socket = await letIn.openSocket('/rpc');
    const closed = once(socket, 'close');
    await letIn.host.close();
    expect((await closed)[0]).toBe(1001);
    await expect(fetch(`${letIn.origin}/`)).rejects.toThrow();
  });
});
