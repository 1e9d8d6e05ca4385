import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as SystemKeyKeeper from '../../../../../main/hosts/electron/systemKeyKeeper.ts';
import { electron, loadWithElectronStandIn } from '../../../../support/loadWithElectronStandIn.ts';

const { systemKeyKeeper } = loadWithElectronStandIn<typeof SystemKeyKeeper>('main/hosts/electron/systemKeyKeeper.ts');

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

describe('systemKeyKeeper', () => {
  it('keeps one key, wrapped by the keychain', async () => {
    const key = await systemKeyKeeper(path).masterKey();
    expect(await systemKeyKeeper(path).masterKey()).toEqual(key);
    const stored = await readFile(path);
    expect(stored.includes(key)).toBe(false);
    expect(stored.toString()).not.toContain(key.toString('base64'));
  });

  it.runIf(process.platform === 'linux')('tells where the system has no keychain', () => {
    expect(systemKeyKeeper(path).protection).toBe('system');
    electron.safeStorage.backend = 'basic_text';
    expect(systemKeyKeeper(path).protection).toBe('obscured');
  });

  it('says so when the key cannot be had any more', async () => {
    await writeFile(path, '');
    await expect(systemKeyKeeper(path).masterKey()).rejects.toMatchObject({ code: 'key-lost' });
  });
});
