import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A short name for what these texts and bytes say together. */
export function contentKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 32);
}

/** A key of the content of source files: changes when one of them does. */
export function codeKey(root: string, patterns: readonly string[]): string {
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted();
  return contentKey(...files.flatMap((file) => [file, readFileSync(join(root, file))]));
}

/** Results kept in files by what they were made from, so that a run that was stopped goes on where it was. */
export class ResultCache {
  readonly folder: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
  }

  /** The kept result; undefined when there is none. */
  read<Result>(key: string): Result | undefined {
    const path = this.path(key, 'json');
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  }

  write(key: string, result: unknown): void {
    // Under another name first: a run that is stopped leaves no half a result.
    const path = this.path(key, 'json');
    writeFileSync(`${path}.part`, JSON.stringify(result));
    renameSync(`${path}.part`, path);
  }

  path(key: string, extension: string): string {
    return join(this.folder, `${key}.${extension}`);
  }
}
