import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns a short name for the combined content of these texts and bytes. */
export function contentKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 32);
}

/** Returns a key of the content of source files, which changes when one of them does. */
export function codeKey(root: string, patterns: readonly string[]): string {
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted();
  return contentKey(...files.flatMap((file) => [file, readFileSync(join(root, file))]));
}

/** Results cached in files by their inputs, so that an interrupted run continues where it stopped. */
export class ResultCache {
  readonly folder: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
  }

  /** Returns the cached result, or undefined if there is none. */
  read<Result>(key: string): Result | undefined {
    const path = this.path(key, 'json');
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  }

  write(key: string, result: unknown): void {
    // Written under another name first, so that an interrupted run leaves no partial result.
    const path = this.path(key, 'json');
    writeFileSync(`${path}.part`, JSON.stringify(result));
    renameSync(`${path}.part`, path);
  }

  path(key: string, extension: string): string {
    return join(this.folder, `${key}.${extension}`);
  }
}
