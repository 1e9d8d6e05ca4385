import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { AppError } from '../../../core/model/appError.ts';
import { recordingPaths } from '../../capture/file/recordingPaths.ts';
import { ifThere } from '../../storage/ifThere.ts';
import type { FoundRecording } from '../../storage/importStore.ts';

const mostFolders = 20;

/**
 * Finds the recordings among files and folders, searching folders to any depth. @throws AppError `file-not-found`,
 * `no-read-permission`
 */
export async function findRecordings(paths: readonly string[]): Promise<FoundRecording[]> {
  for (const path of paths) {
    if (!(await ifThere(stat(path)))) {
      throw new AppError('file-not-found', `There is no folder ${path}. Check its name, or connect its disk.`);
    }
  }
  const found = await recordingPaths(paths).catch((cause: NodeJS.ErrnoException) => {
    if (!['EACCES', 'EPERM'].includes(cause.code ?? '')) throw cause;
    throw new AppError(
      'no-read-permission',
      `You don’t have permission to read ${cause.path}. Change its permissions.`,
      { cause },
    );
  });
  const recordings = await Promise.all(
    found.map(async ({ path, name }) => {
      const about = await ifThere(stat(path));
      return about && { path, name, sizeBytes: about.size, writtenAtMs: about.mtimeMs };
    }),
  );
  return recordings.filter((recording) => recording !== undefined);
}

/** Returns the full path of a typed one; `~` is the user's home folder. @throws AppError `file-not-found` */
export function wholePath(typed: string): string {
  const path = typed === '~' || typed.startsWith(`~${sep}`) ? join(homedir(), typed.slice(1)) : typed;
  if (isAbsolute(path)) return path;
  throw new AppError('file-not-found', `Give the whole path of the folder, such as ${join(homedir(), 'Recordings')}.`);
}

/** Returns folders whose paths begin as typed, in the order of their names; hidden ones only if a dot was typed. */
export async function foldersLike(typed: string): Promise<string[]> {
  try {
    const path = wholePath(typed);
    const [folder, beginning] = path.endsWith(sep) ? [path, ''] : [dirname(path), basename(path)];
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && entry.name.startsWith(beginning))
      .filter(({ name }) => beginning !== '' || !name.startsWith('.'))
      .map(({ name }) => join(folder, name))
      .sort((a, b) => a.localeCompare(b))
      .slice(0, mostFolders);
  } catch {
    // A folder that cannot be read has nothing to offer.
    return [];
  }
}
