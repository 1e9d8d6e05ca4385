import { safeStorage } from 'electron';
import { type MasterKeyStore, storedKey } from '../../storage/sealing/masterKeyStore.ts';

/**
 * Stores the master key in a file that only the user's keychain opens (Keychain, DPAPI, libsecret or KWallet). A Linux
 * without any of them gets Electron's `basic_text`, which hides the key but does not protect it. Use it only after the
 * app is ready.
 */
export function systemKeyStore(path: string): MasterKeyStore {
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system';
  return {
    protection: backend === 'basic_text' ? 'obscured' : 'system',
    masterKey: () =>
      storedKey(path, {
        wrap: (key) => safeStorage.encryptString(key.toString('base64')),
        unwrap: (bytes) => Buffer.from(safeStorage.decryptString(bytes), 'base64'),
      }),
  };
}
