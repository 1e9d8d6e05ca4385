import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import open from 'open';
import { makePrivateDir } from '../../storage/privateDir.ts';

/**
 * Opens the user's browser at an address that carries a secret. The address is passed in a private file, because every
 * user of the machine can read a command line; the next launch replaces it.
 * @param dir a folder that only this user can read
 */
export async function openBrowser(url: string, dir: string): Promise<void> {
  await makePrivateDir(dir);
  const path = join(dir, 'open.html');
  await rm(path, { force: true });
  const page = `<!doctype html><meta charset="utf-8"><title>Softspoken</title><meta http-equiv="refresh" content="0;url=${url}">`;
  await writeFile(path, page, { mode: 0o600, flag: 'wx' });
  await open(path);
}
