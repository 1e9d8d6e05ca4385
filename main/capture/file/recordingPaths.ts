import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';

/** Extensions a folder is searched for; a file that is named itself may have any. */
const RECORDING_EXTENSIONS = new Set(['.wav', '.wave', '.rf64', '.bw64', '.flac', '.mp3', '.ogg', '.oga', '.opus']);

export interface RecordingPath {
  /** The path to open. */
  readonly path: string;
  /** Path below the folder it was found in, or the file's own name. */
  readonly name: string;
}

/**
 * The recordings among files and folders, folders searched to any depth, in the order of their names. A path that cannot be
 * looked at is kept as a file, so that reading it says what is wrong.
 */
export async function recordingPaths(paths: readonly string[]): Promise<RecordingPath[]> {
  const found: RecordingPath[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      found.push({ path, name: basename(path) });
      continue;
    }
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && RECORDING_EXTENSIONS.has(extname(entry.name).toLowerCase()))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort((a, b) => (a < b ? -1 : 1));
    for (const file of files) found.push({ path: file, name: relative(path, file) });
  }
  return found;
}
