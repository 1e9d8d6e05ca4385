import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { isRecordingName } from '../../../core/model/recordingFormats.ts';

export interface RecordingPath {
  /** The path to open. */
  readonly path: string;
  /** Path below the folder it was found in, or the file's own name. */
  readonly name: string;
}

/**
 * Finds the recordings among files and folders. Folders are searched to any depth for files with the extension of a
 * recording, in order of name; a file that is named itself may have any extension. A path that cannot be looked up
 * counts as a file, so that opening it reports the problem.
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
      .filter((entry) => entry.isFile() && isRecordingName(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort((a, b) => (a < b ? -1 : 1));
    for (const file of files) found.push({ path: file, name: relative(path, file) });
  }
  return found;
}
