import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Puts a file in place whole or not at all, readable by this user alone (mode 0600); once it resolves, a power cut does not undo it. */
export async function writeFileDurably(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.new`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  await syncDir(dirname(path));
}

/** Makes a rename in a folder last. Windows cannot open a folder, and needs no such thing. */
async function syncDir(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const dir = await open(path, 'r');
  try {
    await dir.sync();
  } finally {
    await dir.close();
  }
}
