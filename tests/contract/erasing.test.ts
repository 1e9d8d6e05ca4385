import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveLibraryCall } from '../support/libraryCall.ts';
import type { AppClient } from './fakes/connections.ts';
import { startConnected } from './fakes/startConnected.ts';
import type { TestServices } from './fakes/testServices.ts';

let test: TestServices;
let client: AppClient;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ test, client, close } = await startConnected());
  for (const [callId, agent] of [
    ['one', 'Ada'],
    ['two', 'Ada'],
    ['other', 'Bo'],
  ] as const)
    await saveLibraryCall(test.services, callId, { dir: test.dir, agent, audioSeconds: 1 });
});
afterEach(() => close());

/** Returns the path of a file made for saving. */
async function made(callIds: string[]): Promise<string> {
  const { url } = await client.exports.make({ format: 'csv', callIds, coach: null });
  return test.services.exports.file(url.replace('/export/', ''))!.path;
}

const folderOf = (callId: string) => join(test.dir, 'calls', callId);

describe('erasing', () => {
  it('removes a call with its files, and the files made from it for saving', async () => {
    const [ofBoth, ofOther] = [await made(['one', 'two']), await made(['other'])];
    await client.calls.erase({ callIds: ['one'] });
    expect([existsSync(folderOf('one')), existsSync(folderOf('two'))]).toEqual([false, true]);
    expect([existsSync(ofBoth), existsSync(ofOther)]).toEqual([false, true]);
  });

  it('removes all calls of an agent, with the imports under that name, and nothing of others', async () => {
    const folder = join(test.dir, 'recordings');
    await mkdir(folder);
    await writeFile(join(folder, 'call.wav'), 'a recording');
    const request = { paths: [folder], watches: true, roles: null, baseline: null, tags: [] };
    await client.imports.start({ ...request, agent: 'Ada' });
    await client.imports.start({ ...request, agent: 'Bo' });
    expect(await client.calls.eraseAgent({ agent: 'Ada' })).toEqual({ erased: 2 });
    expect((await client.calls.list()).calls.map(({ callId }) => callId)).toEqual(['other']);
    expect((await client.calls.facets()).agents).toEqual(['Bo']);
    expect([existsSync(folderOf('one')), existsSync(folderOf('two'))]).toEqual([false, false]);
    for await (const imports of await client.imports.watch()) {
      expect(imports).toHaveLength(1);
      break;
    }
  });
});
