import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as SystemKeyStore from '../../../../../main/hosts/electron/systemKeyStore.ts';
import { electron, loadWithElectronStandIn } from '../../../../support/loadWithElectronStandIn.ts';

const { systemKeyStore } = loadWithElectronStandIn<typeof SystemKeyStore>('main/hosts/electron/systemKeyStore.ts');

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softspoken-keychain-'));
  path = join(folder, 'master.key');
});
afterEach(async () => {
  electron.safeStorage.backend = 'gnome_libsecret';
  await rm(folder, { recursive: true });
});

describe('systemKeyStore', () => {
  it('stores one key, wrapped by the keychain', async () => {
    const key = await systemKeyStore(path).masterKey();
    expect(await systemKeyStore(path).masterKey()).toEqual(key);
    const stored = await readFile(path);
    expect(stored.includes(key)).toBe(false);
    expect(stored.toString()).not.toContain(key.toString('base64'));
  });

  it.runIf(process.platform === 'linux')('reports that the system has no keychain', () => {
    expect(systemKeyStore(path).protection).toBe('system');
    electron.safeStorage.backend = 'basic_text';
    expect(systemKeyStore(path).protection).toBe('obscured');
  });

  it('reports that the key is no longer available', async () => {
    await writeFile(path, '');
    await expect(systemKeyStore(path).masterKey()).rejects.toMatchObject({ code: 'key-lost' });
  });
});
