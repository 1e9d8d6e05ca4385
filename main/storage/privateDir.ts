import { chmod, mkdir } from 'node:fs/promises';

/** Makes the folder, with its parents, readable by this user alone (mode 0700; Windows' user folders are so already). */
export async function makePrivateDir(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
}
