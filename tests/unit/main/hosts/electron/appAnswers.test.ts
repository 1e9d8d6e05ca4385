import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerAppRequest } from '../../../../../main/hosts/electron/appAnswers.ts';

const page = '<!doctype html><html><head><meta name="csp-nonce" content=""></head><body></body></html>';
const files = new Map([
  ['/index.html', { contentType: 'text/html; charset=utf-8', body: Buffer.from(page), etag: '' }],
  ['/assets/app.js', { contentType: 'text/javascript; charset=utf-8', body: Buffer.from('run()'), etag: '' }],
]);

describe('answers of the app’s own scheme', () => {
  const digits = Buffer.from('0123456789');
  const audio = {
    sizeBytes: digits.length,
    async *bytes(start: number, end: number) {
      yield digits.subarray(start, end + 1);
    },
    close: async () => {},
  };

  const fileName = 'Müller – call.html';
  const { size: sizeBytes } = statSync(import.meta.filename);

  const ask = (path: string, init?: RequestInit) =>
    answerAppRequest(new Request(`app://softspoken${path}`, init), {
      files,
      audio: async (callId) => (callId === 'call-1' ? audio : undefined),
      made: (exportId) => (exportId === 'export-1' ? { path: import.meta.filename, fileName, sizeBytes } : undefined),
    });

  it('give every load of the page a new nonce, and the matching policy', async () => {
    const nonces = [];
    for (const response of [await ask('/'), await ask('/')]) {
      const nonce = /<meta name="csp-nonce" content="([^"]+)">/.exec(await response.text())?.[1];
      const policy = response.headers.get('content-security-policy');
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(2);
  });

  it('contain the files of the page, with their type', async () => {
    const response = await ask('/assets/app.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe('run()');
  });

  it('contain a call’s audio whole, or the requested part', async () => {
    const whole = await ask('/audio/call-1');
    expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
    const part = await ask('/audio/call-1', { headers: { Range: 'bytes=2-5' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-5/10', '2345']);
    const end = await ask('/audio/call-1', { headers: { Range: 'bytes=-3' } });
    expect([end.status, end.headers.get('content-length'), await end.text()]).toEqual([206, '3', '789']);
    const beyond = await ask('/audio/call-1', { headers: { Range: 'bytes=10-' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
  });

  it('contain a file that was made to be saved, never to be shown here', async () => {
    const response = await ask('/export/export-1');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    );
    expect((await response.text()).length).toBeGreaterThan(1_000);
  });

  it.each([
    '/nothing',
    '/export/other',
    '/audio/other',
    '/audio/',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '//etc/passwd',
  ])('contain nothing at %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('contain nothing for another host of the scheme', async () => {
    const response = await answerAppRequest(new Request('app://elsewhere/'), {
      files,
      audio: async () => audio,
      made: () => undefined,
    });
    expect(response.status).toBe(404);
  });

  it('change nothing: only reading is answered', async () => {
    expect((await ask('/', { method: 'POST', body: 'x' })).status).toBe(405);
  });
});
