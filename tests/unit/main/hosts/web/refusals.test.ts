import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LetIn, startAndEnter } from '../../../../contract/fakes/connections.ts';
import { startTestServices, type TestServices } from '../../../../contract/fakes/testServices.ts';

let test: TestServices;
let letIn: LetIn;

beforeAll(async () => {
  test = await startTestServices();
  letIn = await startAndEnter(test);
});

afterAll(async () => {
  await letIn.host.close();
  await test.close();
});

interface Attempt {
  readonly host: string;
  readonly origin: string | undefined;
  readonly method: string;
  readonly cookie: string | undefined;
  readonly path: string;
  readonly upgrade: boolean;
}

function send({
  host,
  origin,
  method,
  cookie,
  path,
  upgrade,
}: Attempt): Promise<{ status: number; setCookie: unknown }> {
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = { Host: host };
    if (origin !== undefined) headers['Origin'] = origin;
    if (cookie !== undefined) headers['Cookie'] = cookie;
    if (upgrade) {
      headers['Connection'] = 'Upgrade';
      headers['Upgrade'] = 'websocket';
      headers['Sec-WebSocket-Version'] = '13';
      headers['Sec-WebSocket-Key'] = 'dGhlIHNhbXBsZSBub25jZQ==';
    }
    const outgoing = request({ host: '127.0.0.1', port: letIn.host.port, method, path, headers, setHost: false });
    outgoing.on('response', (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, setCookie: response.headers['set-cookie'] });
    });
    outgoing.on('upgrade', (_, socket) => {
      socket.destroy();
      resolve({ status: 101, setCookie: undefined });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

/** Every combination of these in which at least one part is wrong. */
function wrongAttempts(usedToken: string, streamId: string): Attempt[] {
  const { port } = letIn.host;
  const rightHost = `127.0.0.1:${port}`;
  const rightOrigin = `http://${rightHost}`;
  const hosts = [
    rightHost,
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `evil.example:${port}`,
    `localhost.evil.example:${port}`,
  ];
  const origins = [
    rightOrigin,
    undefined,
    'null',
    'http://evil.example',
    `http://127.0.0.1:${port + 1}`,
    `https://${rightHost}`,
    `http://localhost:${port}`,
  ];
  const methods = ['GET', 'POST', 'DELETE', 'OPTIONS'];
  const [cookieName] = letIn.cookie.split('=', 1);
  const cookies = [letIn.cookie, undefined, `${cookieName}=${'A'.repeat(43)}`, `${letIn.cookie}; ${letIn.cookie}`];
  const paths = [
    { path: '/', upgrade: false },
    { path: `/launch?token=${usedToken}`, upgrade: false },
    { path: `/launch?token=${'B'.repeat(43)}`, upgrade: false },
    { path: '/assets/app.js', upgrade: false },
    { path: '/rpc', upgrade: true },
    { path: `/bulk/${streamId}`, upgrade: true },
  ];
  const attempts: Attempt[] = [];
  for (const host of hosts)
    for (const origin of origins)
      for (const method of methods)
        for (const cookie of cookies)
          for (const { path, upgrade } of paths) {
            const originIsRight = origin === rightOrigin || (origin === undefined && !upgrade);
            const isLegitimate = host === rightHost && originIsRight && method === 'GET' && cookie === letIn.cookie;
            if (!isLegitimate || path.startsWith('/launch'))
              attempts.push({ host, origin, method, cookie, path, upgrade });
          }
  return attempts;
}

it('rejects every combination of Host, Origin, method, credential and path that is wrong in any part', async () => {
  const { streamId } = await test.services.streams.open({ kind: 'upload', name: 'a.wav', sizeBytes: 4 });
  const usedToken = new URL(letIn.host.url).searchParams.get('token')!;
  const freshUrl = letIn.host.issueUrl();
  const [run] = await readdir(join(test.dir, 'temp'));
  const filesBefore = await readdir(join(test.dir, 'temp', run!));

  const attempts = wrongAttempts(usedToken, streamId);
  expect(attempts.length).toBeGreaterThan(3_000);
  // Spread over the whole matrix, and few enough to stay below the rate limit, whose refusals would prove nothing.
  const tried = attempts.filter((_, i) => i % 5 === 0);
  expect(tried.length).toBeGreaterThan(600);
  const accepted: unknown[] = [];
  for (const attempt of tried) {
    const answer = await send(attempt);
    if (![403, 404, 405].includes(answer.status) || answer.setCookie !== undefined)
      accepted.push({ ...attempt, ...answer });
  }
  expect(accepted).toEqual([]);

  expect(await readdir(join(test.dir, 'temp', run!))).toEqual(filesBefore);
  expect(test.devices.opened).toEqual([]);
  expect(test.analysis.jobs).toEqual([]);
  expect(test.logger.errors).toEqual([]);
  // Neither the stream's only connection nor the unused token was spent on any of them.
  const socket = await letIn.openSocket(`/bulk/${streamId}`);
  socket.terminate();
  expect((await fetch(freshUrl)).status).toBe(200);
});
