import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { clipsDir } from '../appFolders.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.opus': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export interface RendererFile {
  readonly contentType: string;
  readonly body: Buffer;
  readonly etag: string;
}

/** The built screens, by path below the host's address (`/assets/app.js`). */
export type RendererFiles = ReadonlyMap<string, RendererFile>;

/**
 * Reads the built screens into memory, with the clips they play: a few MB. A request then touches no disk, so no path
 * can lead out of the folders, and a file that disappears does no harm. Clips are served below `/clips`.
 * @throws Error if the folder has no `index.html`
 */
export async function loadRenderer(dir: string): Promise<RendererFiles> {
  const files = new Map([...(await loadFolder(dir, '')), ...(await loadFolder(clipsDir, '/clips'))]);
  if (!files.has('/index.html')) throw new Error(`There are no screens in ${dir}. Build them first: npm run build`);
  return files;
}

async function loadFolder(dir: string, prefix: string): Promise<RendererFiles> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, RendererFile>();
  for (const entry of entries) {
    const contentType = contentTypes[extname(entry.name)];
    if (!entry.isFile() || contentType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const body = await readFile(path);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    files.set(`${prefix}/${relative(dir, path).split(sep).join('/')}`, { contentType, body, etag });
  }
  return files;
}
